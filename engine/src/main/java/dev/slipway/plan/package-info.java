/**
 * What is to be done to a database, as data. A {@link dev.slipway.plan.Plan} is the ordered list of
 * {@link dev.slipway.plan.Step steps} from one fingerprint to another; the bytes shown, approved,
 * recorded and executed are the same. A {@link dev.slipway.plan.Hazard} names a danger of a step by
 * its {@link dev.slipway.plan.HazardCode code}.
 */
@NullMarked
package dev.slipway.plan;

import org.jspecify.annotations.NullMarked;
