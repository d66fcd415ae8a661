package dev.layered.suggest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sends the images of a history one after the other, to a registry and to two kinds of hosts. */
final class Replay {

    private final Set<Set<Piece>> uploaded = new HashSet<>();
    private final Set<Piece> known = new HashSet<>();
    private int most;
    private long upload;
    private long idealUpload;
    private long pull;
    private long chain;
    private long idealPull;
    private double codeChange;

    private Replay() {}

    /** Returns what it cost; the images in the order in which they were made, at least one. */
    static Transfers of(List<PastImage> history, ImageDivision division) {
        Replay replay = new Replay();
        List<Set<Piece>> before = division.layers(history.get(0));
        replay.keep(history.get(0), before);
        for (int i = 1; i < history.size(); i++) {
            List<Set<Piece>> layers = division.layers(history.get(i));
            replay.send(history.get(i - 1), before, history.get(i), layers);
            replay.keep(history.get(i), layers);
            before = layers;
        }
        return new Transfers(
                replay.most,
                replay.upload,
                replay.idealUpload,
                replay.pull,
                replay.chain,
                replay.idealPull,
                Math.round(replay.codeChange / history.size()));
    }

    private void keep(PastImage image, List<Set<Piece>> layers) {
        most = Math.max(most, layers.size());
        uploaded.addAll(layers);
        known.addAll(image.pieces());
        codeChange += codeChange(image, layers);
    }

    private static double codeChange(PastImage image, List<Set<Piece>> layers) {
        long all = Math.max(1, bytes(image.code()));
        double mean = 0;
        for (Piece piece : image.code()) {
            long layer = layers.stream()
                    .filter(some -> some.contains(piece))
                    .mapToLong(Replay::bytes)
                    .sum();
            mean += (double) layer * piece.bytes() / all;
        }
        return mean;
    }

    private void send(PastImage former, List<Set<Piece>> before, PastImage image, List<Set<Piece>> layers) {
        Set<Set<Piece>> atHost = new HashSet<>(before);
        Set<Piece> piecesBefore = former.pieces();
        boolean onTheSame = true;
        for (int i = 0; i < layers.size(); i++) {
            Set<Piece> layer = layers.get(i);
            onTheSame = onTheSame && i < before.size() && before.get(i).equals(layer);
            upload += uploaded.contains(layer) ? 0 : bytes(layer);
            pull += atHost.contains(layer) ? 0 : bytes(layer);
            chain += onTheSame ? 0 : bytes(layer);
        }
        for (Piece piece : image.pieces()) {
            idealUpload += known.contains(piece) ? 0 : piece.bytes();
            idealPull += piecesBefore.contains(piece) ? 0 : piece.bytes();
        }
    }

    private static long bytes(Set<Piece> layer) {
        return layer.stream().mapToLong(Piece::bytes).sum();
    }
}
