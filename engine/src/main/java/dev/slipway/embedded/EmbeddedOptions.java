package dev.slipway.embedded;

import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which embedded server is wanted.
 *
 * <p>Starts from {@link #temporary()}, {@link #shared} or {@link #persistent}, each with PostgreSQL
 * {@value #DEFAULT_VERSION}; each further call returns a changed copy. Immutable.
 */
public final class EmbeddedOptions {

  /** The major version where none is named. */
  public static final int DEFAULT_VERSION = 17;

  private static final Set<String> OWN_SETTINGS =
      Set.of(
          "port",
          "listen_addresses",
          "unix_socket_directories",
          "data_directory",
          "hba_file",
          "ident_file",
          "config_file",
          "external_pid_file");

  private final Placement placement;
  private final int version;
  private final Duration linger;
  private final Map<String, String> settings;

  private EmbeddedOptions(
      Placement placement, int version, Duration linger, Map<String, String> settings) {
    this.placement = placement;
    this.version = version;
    this.linger = linger;
    this.settings = Map.copyOf(settings);
  }

  /**
   * A server for this process alone, that is fast rather than durable; its folder is deleted when
   * it is closed, or within seconds of the end of the process.
   */
  public static EmbeddedOptions temporary() {
    return new EmbeddedOptions(new Placement.Temporary(), DEFAULT_VERSION, Duration.ZERO, Map.of());
  }

  /**
   * A server that every process of this user shares which asks for the same name and major version.
   *
   * <p>It is as fast and as forgetful as a temporary one, stays for 60 seconds after its last user
   * left, and is deleted then. The first one who asks decides the settings and the linger time.
   *
   * @param name 1 to 60 lower-case letters, digits and hyphens
   */
  public static EmbeddedOptions shared(String name) {
    if (!name.matches("[a-z0-9-]{1,60}")) {
      throw new IllegalArgumentException("not a name of a shared server: " + name);
    }
    return new EmbeddedOptions(
        new Placement.Shared(name), DEFAULT_VERSION, Duration.ofSeconds(60), Map.of());
  }

  /**
   * A server whose data stays in a folder, written durably.
   *
   * <p>Every process that asks for the same folder shares the one server; it stays for 60 seconds
   * after its last user left. The first one who asks decides the settings and the linger time.
   *
   * @param folder made when it is missing; holds the data, the log and the password
   */
  public static EmbeddedOptions persistent(Path folder) {
    return new EmbeddedOptions(
        new Placement.Persistent(folder.toAbsolutePath().normalize()),
        DEFAULT_VERSION,
        Duration.ofSeconds(60),
        Map.of());
  }

  /**
   * With another major version.
   *
   * @param major 14 to 18; 14 only for what reads, backs up and restores
   * @throws SlipwayException {@link EmbeddedError#POSTGRES_VERSION_UNSUPPORTED}
   */
  public EmbeddedOptions version(int major) {
    PostgresRelease.ofMajor(major);
    return new EmbeddedOptions(placement, major, linger, settings);
  }

  /** With another time that the server stays after its last user left; in whole seconds. */
  public EmbeddedOptions linger(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("a linger time is not negative: " + time);
    }
    return new EmbeddedOptions(placement, version, time, settings);
  }

  /**
   * With a setting of the server, as in {@code postgresql.conf}.
   *
   * @throws SlipwayException {@link EmbeddedError#SERVER_SETTING_REFUSED} for those that decide
   *     where the server listens and keeps its files
   */
  public EmbeddedOptions setting(String name, String value) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
      throw new SlipwayException(
          EmbeddedError.SERVER_SETTING_REFUSED,
          "\"" + name + "\" is no name of a server setting.",
          "Use a name from postgresql.conf, such as work_mem.");
    }
    if (OWN_SETTINGS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new SlipwayException(
          EmbeddedError.SERVER_SETTING_REFUSED,
          "The setting " + name + " of an embedded server is chosen by Slipway.",
          "Leave it out, and ask the started server for its port and folder.");
    }
    var more = new LinkedHashMap<>(settings);
    more.put(name, value);
    return new EmbeddedOptions(placement, version, linger, more);
  }

  /** The major version. */
  public int version() {
    return version;
  }

  /** How long the server stays after its last user left. */
  public Duration linger() {
    return linger;
  }

  /** The settings beside Slipway's own. */
  public Map<String, String> settings() {
    return settings;
  }

  Placement placement() {
    return placement;
  }
}
