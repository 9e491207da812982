/**
 * Java sources of a definition as compiled classes. {@link dev.slipway.compiler.SourceFolder} names
 * the files, {@link dev.slipway.compiler.CompiledClasses} compiles them with the JDK that runs
 * Slipway, and keeps the classes by the content of what they were made of. Nothing is executed
 * here.
 */
@NullMarked
package dev.slipway.compiler;

import org.jspecify.annotations.NullMarked;
