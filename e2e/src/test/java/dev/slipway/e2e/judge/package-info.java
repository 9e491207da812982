/**
 * Other people's cases and projects, judged: {@link dev.slipway.e2e.judge.PairsTest} runs pairs of
 * schemas forth and back, and compares what came of them with the committed results.
 */
@NullMarked
package dev.slipway.e2e.judge;

import org.jspecify.annotations.NullMarked;
