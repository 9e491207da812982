/**
 * What is dangerous about a change. {@link dev.slipway.hazard.HazardRules} asks each {@link
 * dev.slipway.hazard.HazardRule rule}; one class is one rule. Rules see the two catalogs and the
 * change, never a database.
 */
@NullMarked
package dev.slipway.hazard;

import org.jspecify.annotations.NullMarked;
