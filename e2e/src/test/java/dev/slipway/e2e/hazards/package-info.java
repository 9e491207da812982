/**
 * What is said of hazards. Every code has a page, and verdicts of other tools are compared with
 * those that come from {@link dev.slipway.observation.Observer watching} a script run.
 */
@NullMarked
package dev.slipway.e2e.hazards;

import org.jspecify.annotations.NullMarked;
