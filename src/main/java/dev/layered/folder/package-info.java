/**
 * Lists folders of this machine: patterns of paths, ignore files, links.
 *
 * <p>Start at {@link dev.layered.folder.FolderListing}. Imports {@code failure}.
 */
package dev.layered.folder;
