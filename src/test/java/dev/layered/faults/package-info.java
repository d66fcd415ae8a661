/** What must hold when disks fill up, processes die, files change, and many do it at once. */
package dev.layered.faults;
