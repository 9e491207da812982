/** Requests to applications, limited in time and size, whose failures are told without secrets. */
@NullMarked
package dev.slipway.http;

import org.jspecify.annotations.NullMarked;
