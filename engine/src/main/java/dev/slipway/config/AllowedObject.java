package dev.slipway.config;

/**
 * An object of a kind that the catalog does not model, which may be in a database nevertheless: it
 * is left out of catalogs on both sides of every comparison.
 *
 * @param object what it is, in the words of the refusal; {@code *} in it stands for any text
 * @param reason why
 */
public record AllowedObject(String object, String reason) {}
