package dev.slipway.embedded;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of an embedded server, written into its data folder before each start. */
final class ServerSettings {

  /**
   * Included by {@code postgresql.conf}; what {@code ALTER SYSTEM} sets comes after it and wins.
   */
  static final String FILE = "slipway.conf";

  private ServerSettings() {}

  static String render(int port, boolean keepsData, Map<String, String> wanted) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("wal_level", "logical");
    settings.put("synchronous_commit", "on");
    settings.put("max_connections", "200");
    settings.put("max_locks_per_transaction", "256");
    settings.put("log_checkpoints", "off");
    settings.put("shared_buffers", keepsData ? "128MB" : "32MB");
    settings.put("fsync", keepsData ? "on" : "off");
    settings.put("full_page_writes", keepsData ? "on" : "off");
    settings.putAll(wanted);
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("port", String.valueOf(port));
    return settings.entrySet().stream()
        .map(setting -> setting.getKey() + " = " + quote(setting.getValue()) + "\n")
        .collect(Collectors.joining());
  }

  private static String quote(String value) {
    return "'"
        + value.replace("\\", "\\\\").replace("'", "''").replace("\n", "\\n").replace("\r", "\\r")
        + "'";
  }
}
