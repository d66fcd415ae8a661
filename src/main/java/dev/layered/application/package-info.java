/**
 * What each kind of application puts where in the image, and what starts it.
 *
 * <p>Start at {@link dev.layered.application.JavaApplication}. Imports {@code plan}, {@code layer}, {@code jar}, {@code image} and
 * {@code failure}.
 */
package dev.layered.application;
