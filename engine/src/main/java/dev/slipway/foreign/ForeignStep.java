package dev.slipway.foreign;

/**
 * A script of another tool's migrations.
 *
 * @param name the file as messages show it
 * @param sql what it does on the way forth
 */
public record ForeignStep(String name, String sql) {}
