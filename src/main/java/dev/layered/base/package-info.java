/**
 * Base images: found, chosen by platform, listed; and what layers above inherit from them.
 *
 * <p>Start at {@link dev.layered.base.BaseImages}. Imports {@code place}, {@code registry}, {@code plan}, {@code
 * layer}, {@code layout}, {@code tar}, {@code certificate}, {@code store}, {@code outcome}, {@code json}, {@code image}
 * and {@code failure}.
 */
package dev.layered.base;
