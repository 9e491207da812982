/**
 * From two catalogs to a proved plan. {@link dev.slipway.planner.SchemaPlanner} is the door: it
 * compares, orders, renders, assesses and proves; everything else here is one of these steps. It
 * knows no engine and writes no SQL of its own.
 */
@NullMarked
package dev.slipway.planner;

import org.jspecify.annotations.NullMarked;
