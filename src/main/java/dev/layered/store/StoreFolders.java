package dev.layered.store;

import java.util.List;

/**
 * The folders that make up the store of one run.
 *
 * @param toWrite where new things go
 * @param toRead where things are looked for, in this order
 */
record StoreFolders(StoreFolder toWrite, List<StoreFolder> toRead) {}
