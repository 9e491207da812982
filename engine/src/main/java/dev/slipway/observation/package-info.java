/**
 * What hand-written statements really do. An {@link dev.slipway.observation.Observer observer}
 * looks on from within the session while the executor runs them on a shadow: which locks they take,
 * which tables are written anew or read whole, which rows and what of the catalog they change. The
 * rules for hazards judge that as they judge a plan; nothing is parsed.
 */
@NullMarked
package dev.slipway.observation;

import org.jspecify.annotations.NullMarked;
