/**
 * The demo, which is the first thing that a stranger runs. {@link dev.slipway.e2e.demo.DemoTest}
 * tells the whole story and compares it, and the project that it leaves, with the golden ones;
 * {@link dev.slipway.e2e.demo.EndedDemoTest} ends it in the middle.
 */
@NullMarked
package dev.slipway.e2e.demo;

import org.jspecify.annotations.NullMarked;
