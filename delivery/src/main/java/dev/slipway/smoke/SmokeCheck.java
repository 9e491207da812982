package dev.slipway.smoke;

import dev.slipway.config.Filled;
import dev.slipway.config.Masking;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request or a program, and what is expected of it.
 *
 * @param name what it is called
 * @param file the file that it stands in
 * @param line the line on which it begins, from 1
 * @param lightsOn whether it is safe in production
 * @param action what is done
 * @param contains what the body or the output contains
 * @param matches what a part of it matches; null for anything
 * @param under how long it may take; null for as long as the limit
 * @param limit when it is given up
 * @param retries how often it is tried again
 * @param pause how long is waited before that
 * @param masking hides what its variables stand for
 */
public record SmokeCheck(
    String name,
    Path file,
    int line,
    boolean lightsOn,
    SmokeAction action,
    List<Filled> contains,
    @Nullable Pattern matches,
    @Nullable Duration under,
    Duration limit,
    int retries,
    Duration pause,
    Masking masking) {

  /** Copies the list. */
  public SmokeCheck {
    contains = List.copyOf(contains);
  }

  /** Its name and place. */
  @Override
  public String toString() {
    return name + " (" + file.getFileName() + ":" + line + ")";
  }
}
