/** The story of deployments as one page that needs nothing beside it. */
@NullMarked
package dev.slipway.report;

import org.jspecify.annotations.NullMarked;
