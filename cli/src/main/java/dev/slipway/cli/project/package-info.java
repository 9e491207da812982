/**
 * What {@code slipway init} and {@code slipway ci init} write. {@link
 * dev.slipway.cli.project.NewProject} lays out a folder in which every command works, {@link
 * dev.slipway.cli.project.PipelineFiles} the files of a pipeline, both from the templates among the
 * resources. They never overwrite a file.
 */
@NullMarked
package dev.slipway.cli.project;

import org.jspecify.annotations.NullMarked;
