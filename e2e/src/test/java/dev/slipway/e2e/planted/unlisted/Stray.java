package dev.slipway.e2e.planted.unlisted;

/** Breaks on purpose: a package that no arrow names. */
public final class Stray {}
