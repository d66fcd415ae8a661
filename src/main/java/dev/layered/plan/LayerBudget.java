package dev.layered.plan;

/** How many layers are left for what is divided, first come first served. */
final class LayerBudget {

    /** Left free, so that an image can still be built upon. */
    private static final int RESERVE = 4;

    private final int base;
    private final int most;
    private int room;
    private int kept;

    /**
     * Begins with what cannot be divided.
     *
     * @param base layers of the base image
     * @param fixed layers of ours that cannot be divided
     * @param kept layers that all that is to be divided needs at least
     */
    LayerBudget(LayeringChoice choice, int base, int fixed, int kept) {
        this.base = base;
        this.most = choice.imageLayers();
        this.room = most - base - fixed - RESERVE;
        this.kept = kept;
    }

    /** Returns how many layers one that keeps so many for itself may have, of those that it wishes; at least 1. */
    int allowed(int wish, int own) {
        return Math.max(1, Math.min(wish, room - kept + own));
    }

    /** Takes what became of one that kept so many for itself. */
    void take(int layers, int own) {
        room -= layers;
        kept -= own;
    }

    /** Returns why it may have no more, as part of a sentence. */
    String limit(int allowed, int wish, String element) {
        return allowed == wish
                ? "as " + element + " is " + wish
                : "as the image may have " + most + " layers"
                        + (base == 0 ? "" : ", of which " + base + " are the base's");
    }
}
