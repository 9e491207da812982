package dev.slipway.promotion;

/**
 * That somebody takes it upon them to go on although a gate is red.
 *
 * @param gate the gate's name
 * @param reason why
 * @param by who does
 */
public record Waiver(String gate, String reason, String by) {}
