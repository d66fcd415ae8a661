package dev.layered.maven.configuration;

import java.io.File;
import java.util.List;
import java.util.Map;

/** A goal with a parameter of each shape. */
public final class SampleGoal implements ConfigurationReceiver {

    From from;
    To to;
    Map<String, String> labels;
    List<String> flags;
    List<Variant> variants;
    String mode;
    boolean skip;
    int depth;
    File cache;
    Object project;

    ReadConfiguration read;

    @Override
    public void received(ReadConfiguration found) {
        read = found;
    }

    /** Where the superclass of a bean has fields too. */
    public static class Named {
        String image;
    }

    /** A bean with a list of beans. */
    public static final class From extends Named {
        List<Platform> platforms;
    }

    /** A bean with a list of texts. */
    public static final class To extends Named {
        List<String> tags;
    }

    /** A bean with a short form. */
    public static final class Platform {
        String os;
        String architecture;
        private transient String text;

        /** Takes the short form. */
        public void set(String shortForm) {
            text = shortForm;
        }

        @Override
        public String toString() {
            return text != null ? text : os + "/" + architecture;
        }
    }

    /** A bean of which a property picks some. */
    @PickedByName
    public static final class Variant {
        String name;
        boolean skip;
    }
}
