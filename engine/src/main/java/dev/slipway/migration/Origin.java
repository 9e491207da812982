package dev.slipway.migration;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the executor runs: who, on which machine.
 *
 * @param user the user of the operating system
 * @param host the machine's own name
 */
public record Origin(String user, String host) {

  /** This process. */
  public static Origin current() {
    return new Origin(System.getProperty("user.name", "unknown"), hostName());
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  @Override
  public String toString() {
    return user + "@" + host;
  }
}
