package dev.layered.plan;

import java.util.Locale;

/** The layers that every application has, lowest first: what changes least lies lowest. */
public enum StandardLayer {
    /** Whom containers trust besides whom the base image trusts. */
    CA_CERTIFICATES,
    /** Libraries of released versions. */
    DEPENDENCIES,
    /** Libraries for one platform alone, so that what platforms share is in other layers. */
    NATIVES,
    /** Libraries of snapshot versions. */
    SNAPSHOTS,
    /** Jars of modules of the same source tree. */
    MODULES,
    /** Files of the project's output folder that are not classes. */
    RESOURCES,
    /** Classes of the project. */
    CLASSES,
    /** The files that start the application, such as the class path as an argument file. */
    START;

    /** Returns the name in reports and in the image's history. */
    public String layerName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
