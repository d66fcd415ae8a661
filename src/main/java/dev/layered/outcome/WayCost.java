package dev.layered.outcome;

/**
 * What a way to divide images costs, in bytes for each release of a history.
 *
 * @param layers at most, those of the base and what starts the application not counted; 0 where it means nothing
 * @param upload to a registry that keeps every layer
 * @param pull by a host that keeps every layer of the image before
 * @param chain by a host that keeps a layer only together with all those below it
 * @param codeChange where nothing but the project's own code changes
 */
public record WayCost(int layers, long upload, long pull, long chain, long codeChange) {

    /** Returns all that moves for a release, with one host of each kind. */
    public long moved() {
        return upload + pull + chain;
    }

    /** Returns how much less moves than in another way, as a part of 1; negative where it is more. */
    public double gainOver(WayCost other) {
        return other.moved() == 0 ? 0 : 1 - (double) moved() / other.moved();
    }
}
