package dev.slipway.backup;

/**
 * How the files of a backup are encrypted, as its manifest tells it; everything but the manifest
 * and its hash is.
 *
 * @param method how, such as {@code AES256_GCM_HKDF_1MB}: Tink's streaming encryption
 * @param key the id of the key
 * @param name what the backup is called, so that no other can be put in its place
 * @param identity a random text that each of its files is bound to
 */
public record Encryption(String method, String key, String name, String identity) {}
