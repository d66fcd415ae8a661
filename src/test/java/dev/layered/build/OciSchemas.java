package dev.layered.build;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The JSON schemas that the OCI publishes with its image specification; they say what a document may look like. */
final class OciSchemas {

    static final String LAYOUT = "image-layout-schema.json";
    static final String INDEX = "image-index-schema.json";
    static final String MANIFEST = "image-manifest-schema.json";
    static final String CONFIG = "config-schema.json";

    private static final String HOME = "https://opencontainers.org/schema/image/";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_4, builder -> builder.schemas(OciSchemas::read));

    /** Returns what the schema of that file name objects to in the document. */
    List<String> objections(String schema, byte[] document) {
        return registry
                .getSchema(SchemaLocation.of(HOME + schema))
                .validate(new String(document, StandardCharsets.UTF_8), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** Returns the file that an address ends in: the schemas name each other below more than one address. */
    private static String read(String address) {
        String file = address.substring(address.lastIndexOf('/') + 1);
        try (InputStream in = OciSchemas.class.getResourceAsStream("oci-schemas/" + file)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
