package dev.slipway.e2e.planted.postgres;

/** Breaks on purpose: a public class of an engine that is no dialect. */
public final class SecondDoor {}
