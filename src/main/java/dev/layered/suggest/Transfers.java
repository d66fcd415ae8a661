package dev.layered.suggest;

/**
 * What it cost to send all images of a history but the first, in bytes. What nobody could save is ideal: the files that
 * were not there before.
 *
 * @param layers of the image that had the most
 * @param upload to a registry that keeps every layer
 * @param idealUpload of the files that the registry never had
 * @param pull by a host that keeps the layers of the image before
 * @param chain by a host that keeps a layer only together with all those below it
 * @param idealPull of the files that the image before had not, for both hosts
 * @param codeChange of the layers that a change of the project's own code touches, where every byte of it is as likely to
 *     change; the mean of all images
 */
record Transfers(int layers, long upload, long idealUpload, long pull, long chain, long idealPull, long codeChange) {

    /** Returns the upload as a multiple of the ideal one. */
    double uploadRatio() {
        return (double) upload / idealUpload;
    }

    /** Returns the pull as a multiple of the ideal one. */
    double pullRatio() {
        return (double) pull / idealPull;
    }

    /** Returns the pull by chains as a multiple of the ideal one. */
    double chainRatio() {
        return (double) chain / idealPull;
    }
}
