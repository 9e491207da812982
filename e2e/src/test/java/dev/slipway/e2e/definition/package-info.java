/**
 * Definitions on real servers, as an application uses them. {@link
 * dev.slipway.e2e.definition.DefinitionDatabase} loads table classes into an empty database of the
 * oldest and of the newest supported release; the tests then run typed queries against it. {@link
 * dev.slipway.e2e.definition.WrongSourceTest} says what is told of a wrong one.
 */
@NullMarked
package dev.slipway.e2e.definition;

import org.jspecify.annotations.NullMarked;
