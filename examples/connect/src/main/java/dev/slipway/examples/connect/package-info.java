/**
 * The schema of a chat product: one class per table, such as {@link
 * dev.slipway.examples.connect.Users} and {@link dev.slipway.examples.connect.ChatMessages}, each
 * the definition and the typed jOOQ table at once. The functions and triggers that Java has no word
 * for are the {@code .sql} files beside the classes.
 */
@NullMarked
package dev.slipway.examples.connect;

import org.jspecify.annotations.NullMarked;
