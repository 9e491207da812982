/**
 * What {@code slipway init} writes. {@link dev.slipway.cli.project.NewProject} lays out a folder in
 * which every command works, from the templates among the resources. It never overwrites a file.
 */
@NullMarked
package dev.slipway.cli.project;

import org.jspecify.annotations.NullMarked;
