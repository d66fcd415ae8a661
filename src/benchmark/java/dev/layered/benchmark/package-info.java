/** Measures this plugin beside Jib: whole builds, and the encoder and the layer key alone. */
package dev.layered.benchmark;
