/** Empty on purpose: everything lives in a package below, and imports point one way (see CONTRIBUTING.md). */
package dev.layered;
