package dev.slipway.embedded;

import java.nio.file.Path;

/** Where a server keeps its data, and so who uses it and how long it lives. */
sealed interface Placement {

  /** A folder of its own in the cache, for one owner; gone when the owner is. */
  record Temporary() implements Placement {}

  /** A folder in the cache that the processes of this user share by name; gone when it stops. */
  record Shared(String name) implements Placement {}

  /** A folder that stays. */
  record Persistent(Path folder) implements Placement {}

  /** Whether the data survives the server. */
  default boolean keepsData() {
    return switch (this) {
      case Temporary() -> false;
      case Shared(String name) -> false;
      case Persistent(Path folder) -> true;
    };
  }
}
