/**
 * What a user does with the program. {@link dev.slipway.e2e.command.UserProject} is a folder with a
 * {@code slipway.yml} in which commands are run, within this process or as processes of their own,
 * and {@link dev.slipway.e2e.command.TestDatabase} is what they act on. What one command prints is
 * tested by the cases of the module {@code cli}; here it is what several do to a database.
 */
@NullMarked
package dev.slipway.e2e.command;

import org.jspecify.annotations.NullMarked;
