/**
 * The pages of the codes: each code of each module has one, with an example that a test has seen.
 * What no command shows in a case of its own is made here, also with faults that are planted.
 */
@org.jspecify.annotations.NullMarked
package dev.slipway.e2e.errors;
