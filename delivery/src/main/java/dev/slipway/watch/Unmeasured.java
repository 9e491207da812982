package dev.slipway.watch;

/**
 * A figure that can't be measured in an environment.
 *
 * @param figure its name, such as {@code lag}
 * @param reason why, as a part of a sentence
 */
public record Unmeasured(String figure, String reason) {}
