package dev.layered.registry;

import dev.layered.failure.LayeredFailure;
import java.io.IOException;
import java.net.URI;

/**
 * One registry of a run: its address, which is found out once, what it was told about who we are, and where in it blobs are
 * that the run saw there. Thread-safe.
 */
final class RegistryHost {

    private static final String DOCKER_HUB = "docker.io";

    private final String name;
    private final Connections connections;
    private final Authorizations authorizations;
    private final RetryNotes notes;
    private final SharedBlobs blobs = new SharedBlobs();
    private URI base;

    RegistryHost(String name, Connections connections, Authorizations authorizations, RetryNotes notes) {
        this.name = name;
        this.connections = connections;
        this.authorizations = authorizations;
        this.notes = notes;
    }

    /** Returns the name as references have it; {@code docker.io} for Docker Hub. */
    String name() {
        return name;
    }

    Authorizations authorizations() {
        return authorizations;
    }

    /** Returns who tells of what is tried again. */
    RetryNotes notes() {
        return notes;
    }

    SharedBlobs blobs() {
        return blobs;
    }

    Connections connections() {
        return connections;
    }

    /** Returns the host as requests name it, with its port where there is one. */
    String authority() {
        return name.equals(DOCKER_HUB) ? "registry-1.docker.io" : name;
    }

    /**
     * Returns the address, {@code https} unless the registry may be spoken to without TLS and does not know it.
     *
     * <p>Finding out sends nothing about us. On this machine, where nobody listens in, it is asked without TLS first: to
     * make ready for TLS takes longer than all else that is asked of a registry in which nothing changed.
     */
    synchronized URI base() throws IOException {
        if (base == null) {
            String host = authority();
            URI safe = URI.create("https://" + host + "/v2/");
            URI plain = URI.create("http://" + host + "/v2/");
            base = connections.isUsuallyPlain(host)
                    ? reachableHere(plain, safe)
                    : connections.mayBePlain(host) ? reachable(safe, plain) : safe;
        }
        return base;
    }

    private URI reachableHere(URI plain, URI safe) throws IOException {
        try (Answer answer = connections.to(plain).send(HttpCall.of("GET", plain))) {
            // some servers say in this way that they want TLS
            return answer.status() == 400 ? reachable(safe, plain) : plain;
        } catch (IOException e) {
            return reachable(safe, plain);
        }
    }

    private URI reachable(URI safe, URI plain) throws IOException {
        try {
            return reached(safe);
        } catch (LayeredFailure e) {
            boolean speaksPlain = e.problems().get(0).id().equals("registry-not-tls");
            if (!speaksPlain) {
                throw e;
            }
            return reached(plain);
        } catch (IOException e) {
            return reached(plain);
        }
    }

    private URI reached(URI address) throws IOException {
        connections.to(address).send(HttpCall.of("GET", address)).close();
        return address;
    }
}
