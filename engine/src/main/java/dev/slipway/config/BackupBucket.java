package dev.slipway.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A bucket that backups go to.
 *
 * @param name what it is called
 * @param prefix what the keys of all backups begin with, without a slash at its end; empty for
 *     nothing
 * @param region where it is; null for what the machine says
 * @param endpoint the server that has it; null for Amazon's of the region
 * @param pathStyle whether the bucket stands in the path of a request, not in the name of the host
 * @param accessKey who enters it; null for whom the machine says
 * @param secretKey what proves that; null with it
 */
public record BackupBucket(
    String name,
    String prefix,
    @Nullable String region,
    @Nullable URI endpoint,
    boolean pathStyle,
    @Nullable Secret accessKey,
    @Nullable Secret secretKey) {}
