package dev.slipway.dialect;

/**
 * Two SHA-256 of one script, as 64 lower-case hexadecimal digits each.
 *
 * @param raw of its bytes with line feeds as line ends: moves with every edit
 * @param content of its {@link ScriptParts#content() content}: moves only with what runs
 */
public record ScriptHash(String raw, String content) {}
