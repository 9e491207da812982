/**
 * A project: its configuration, its definition, its migrations and its environments, and what is
 * done with them. {@link dev.slipway.workspace.Workspace} is the door for the command line, build
 * plugins and tests; each of its methods is one command and returns what happened as a record.
 */
@NullMarked
package dev.slipway.workspace;

import org.jspecify.annotations.NullMarked;
