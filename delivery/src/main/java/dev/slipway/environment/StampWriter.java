package dev.slipway.environment;

import dev.slipway.migration.ToolVersion;
import dev.slipway.stamp.EnvironmentStamp;
import dev.slipway.stamp.Stamp;
import dev.slipway.stamp.Standing;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a stamp in the name of who runs this process. */
record StampWriter(Connection connection, String environment) {

  /**
   * @param seen how the database stands to the name
   * @param identity null for a new one
   * @param reason why another stamp goes; null where there is none
   * @throws dev.slipway.error.SlipwayException when the server refuses it, or somebody stamped it
   *     otherwise meanwhile
   */
  Stamp write(Standing seen, @Nullable UUID identity, @Nullable String reason) {
    Standing now =
        EnvironmentStamp.write(
            connection, environment, seen, identity, reason, from(), ToolVersion.current());
    EnvironmentStamp.require(now, environment);
    return ((Standing.Stamped) now).stamp();
  }

  private static String from() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      host = "unknown";
    }
    return System.getProperty("user.name", "unknown") + "@" + host;
  }
}
