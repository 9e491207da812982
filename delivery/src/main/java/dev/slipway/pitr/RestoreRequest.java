package dev.slipway.pitr;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be restored, and where to.
 *
 * @param time the time at which the server shall be as it was; null for the end of the log
 * @param folder a folder that is not there yet, or empty
 * @param isVerified whether all rows are read afterwards
 * @param isLeftRunning whether the restored server stays up
 */
public record RestoreRequest(
    @Nullable Instant time, Path folder, boolean isVerified, boolean isLeftRunning) {}
