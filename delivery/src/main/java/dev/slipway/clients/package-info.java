/** PostgreSQL's client programs that copy databases: found, and run without a secret in sight. */
@NullMarked
package dev.slipway.clients;

import org.jspecify.annotations.NullMarked;
