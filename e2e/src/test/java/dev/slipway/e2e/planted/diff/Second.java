package dev.slipway.e2e.planted.diff;

/** One more class, so that the import is known to see several. */
public final class Second {}
