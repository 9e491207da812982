package dev.slipway.catalog;

/**
 * The SHA-256 of a catalog's objects in canonical JSON; equal catalogs have equal fingerprints.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record Fingerprint(String value) {

  /** The first 12 digits, for messages. */
  public String brief() {
    return value.substring(0, Math.min(12, value.length()));
  }

  @Override
  public String toString() {
    return value;
  }
}
