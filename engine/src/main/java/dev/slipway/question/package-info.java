/**
 * What only a person can tell of a change: whether something that is gone and something that is new
 * are the same under another name. {@link dev.slipway.question.Inquiry} is the one door: it asks
 * where a wrong guess would lose data, and turns the answers into declared renames. It never
 * chooses.
 */
@NullMarked
package dev.slipway.question;

import org.jspecify.annotations.NullMarked;
