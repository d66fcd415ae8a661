package dev.layered.outcome;

/**
 * How much a host must pull that has another image already. Configs, manifests and indexes are counted too.
 *
 * @param anyBlob bytes where the host takes any blob that it has
 * @param prefix bytes where it takes layers only as long as all below them are the same too
 * @param whole bytes of the whole image
 */
public record PullSize(long anyBlob, long prefix, long whole) {}
