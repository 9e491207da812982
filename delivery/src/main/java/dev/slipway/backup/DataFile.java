package dev.slipway.backup;

/**
 * A file of a backup.
 *
 * @param name its path below the backup's folder, with slashes
 * @param rows how many rows it holds; 0 for a file of statements
 * @param bytes its length
 * @param sha256 the hash of its bytes: 64 lower-case hexadecimal digits
 */
public record DataFile(String name, long rows, long bytes, String sha256) {}
