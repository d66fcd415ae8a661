package dev.layered.base;

import dev.layered.outcome.BuildLog;
import dev.layered.registry.Registries;
import dev.layered.store.Store;
import java.util.function.Supplier;

/**
 * Where base images of registries may be looked for.
 *
 * @param registries asked only when something is not in the store
 * @param offline whether no registry may be asked
 * @param built what the same run made is looked for there first
 */
record BaseAccess(Store store, Supplier<Registries> registries, boolean offline, BuiltHere built, BuildLog log) {}
