package dev.slipway.dialect;

/**
 * What is written when a deployment begins.
 *
 * @param environment the environment's name
 * @param hash the SHA-256 of the plan
 * @param plan the plan, to the byte as it was hashed
 * @param by who asked for it
 * @param from the user and the machine that runs it
 * @param tool the version of Slipway
 */
public record DeploymentEntry(
    String environment, String hash, String plan, String by, String from, String tool) {}
