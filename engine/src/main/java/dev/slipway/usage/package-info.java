/**
 * Which tables and columns an application uses, told by its compiled classes. {@link
 * dev.slipway.usage.UsageScan} reads class files without running them, but for the definition of
 * their tables. What it finds is what a deployed release is remembered by.
 */
@NullMarked
package dev.slipway.usage;

import org.jspecify.annotations.NullMarked;
