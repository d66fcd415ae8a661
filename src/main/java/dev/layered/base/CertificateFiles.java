package dev.layered.base;

import dev.layered.layer.LayerEntry;
import java.util.List;

/**
 * What an image needs so that its containers trust certificates.
 *
 * @param entries files for a layer of their own on the base, by their real paths there, sorted
 * @param needsTrustStoreFlag whether no Java of the base has a trust store, so that Java must be told of {@link
 *     CertificateLayer#TRUST_STORE}
 */
public record CertificateFiles(List<LayerEntry> entries, boolean needsTrustStoreFlag) {

    /** Keeps the list as it is now. */
    public CertificateFiles {
        entries = List.copyOf(entries);
    }
}
