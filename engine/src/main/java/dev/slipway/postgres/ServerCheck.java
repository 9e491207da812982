package dev.slipway.postgres;

import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.error.SlipwayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * How a connection makes sure that the server is the right one, and what is said where it is not.
 * All of that comes before a password is sent.
 *
 * @param mode the driver's {@code sslmode}
 * @param trusted the file with the authorities whose signature counts
 * @param shown the certificate that is shown to the server; null for none
 * @param key the file with its key
 */
record ServerCheck(String mode, String trusted, @Nullable String shown, @Nullable String key) {

  /** It prints what the refusal says. */
  private static final Logger OF_NAMES =
      Logger.getLogger("org.postgresql.ssl.PGjdbcHostnameVerifier");

  /** Stands for the authorities that this Java trusts. */
  private static final String SYSTEM = "system";

  private static final String ROOT = "sslrootcert";
  private static final String OF_JAVA = "org.postgresql.ssl.DefaultJavaSSLFactory";
  private static final String UNSENT = " No password was sent.";

  /**
   * Completes the options of a connection: where no authority is named and the user has none in the
   * home folder, those of Java are asked.
   *
   * @throws SlipwayException when a file is not there
   */
  static ServerCheck prepare(DatabaseUrl url, Properties properties) {
    String mode = properties.getProperty("sslmode", "prefer");
    String authority = properties.getProperty(ROOT);
    String shown = properties.getProperty("sslcert");
    Path usual = usualAuthority();
    OF_NAMES.setLevel(Level.OFF);
    boolean isOfJava =
        SYSTEM.equals(authority)
            || (authority == null && shown == null && !Files.isReadable(usual));
    if (mode.startsWith("verify-") && properties.getProperty("sslfactory") == null && isOfJava) {
      properties.remove(ROOT);
      properties.setProperty("sslfactory", OF_JAVA);
    }
    for (String option : List.of(ROOT, "sslcert", "sslkey")) {
      String file = properties.getProperty(option);
      if (file != null && !mode.equals("disable") && !Files.isReadable(Path.of(file))) {
        throw unreadable(url, file, "there is none, or it is not readable");
      }
    }
    String key = properties.getProperty("sslkey");
    String algorithm = key == null ? null : KeyAlgorithm.of(Path.of(key));
    if (algorithm != null) {
      properties.putIfAbsent("pemKeyAlgorithm", algorithm);
    }
    return new ServerCheck(
        mode,
        isOfJava ? authoritiesOfJava() : authority == null ? usual.toString() : authority,
        shown,
        key);
  }

  /** Where the driver looks when nothing is said (its documentation, sslrootcert). */
  private static Path usualAuthority() {
    String data = System.getenv("APPDATA");
    boolean isWindows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("win");
    return isWindows && data != null
        ? Path.of(data, "postgresql", "root.crt")
        : Path.of(System.getProperty("user.home"), ".postgresql", "root.crt");
  }

  private static String authoritiesOfJava() {
    return System.getProperty(
        "javax.net.ssl.trustStore",
        Path.of(System.getProperty("java.home"), "lib", "security", "cacerts").toString());
  }

  /** What a failure says of the server's certificate or ours; null where it is about neither. */
  @Nullable SlipwayException refusal(DatabaseUrl url, SQLException e) {
    String said = String.valueOf(e.getMessage());
    if ("08004".equals(e.getSQLState()) && said.contains("SSL")) {
      return new SlipwayException(
          PostgresError.TLS_MISSING,
          "The server of %s speaks no TLS, and sslmode=%s asks for it.%s"
              .formatted(url, mode, UNSENT),
          "Turn TLS on at the server. Where that can't be and nobody is in between, say so in"
              + " slipway.yml: tls: { mode: disable, reason: TEXT }.",
          e);
    }
    if (said.contains("HostnameVerifier")) {
      return certificate(
          "The certificate of the server of %s is not for that name.%s".formatted(url, UNSENT),
          "Name the server as its certificate does, or have one made with this name.",
          e);
    }
    CertificateExpiredException expired = cause(e, CertificateExpiredException.class);
    CertificateNotYetValidException early = cause(e, CertificateNotYetValidException.class);
    CertificateException untimely = expired != null ? expired : early;
    if (untimely != null) {
      return certificate(
          "The certificate of the server of %s %s (%s).%s"
              .formatted(
                  url,
                  expired == null ? "is not valid yet" : "has expired",
                  untimely.getMessage(),
                  UNSENT),
          "Give the server a new certificate; look at the clock of this machine too.",
          e);
    }
    if (cause(e, CertPathBuilderException.class) != null) {
      return certificate(
          "The certificate of the server of %s is signed by nobody of %s.%s"
              .formatted(url, trusted, UNSENT),
          "Name the file with the certificate of the authority that signed it: tls: { ca: FILE } in"
              + " slipway.yml, or sslrootcert=FILE in an address. Platforms offer theirs for"
              + " download.",
          e);
    }
    return other(url, e, said);
  }

  private @Nullable SlipwayException other(DatabaseUrl url, SQLException e, String said) {
    SSLException handshake = cause(e, SSLException.class);
    if (handshake != null) {
      return certificate(
          "No TLS with the server of %s: %s. Its certificate is held against %s; it is shown %s."
              .formatted(
                  url, handshake.getMessage(), trusted, shown == null ? "none of ours" : shown),
          "Mend what is named. Where it wants a certificate of ours: tls: { cert: FILE, key: FILE }"
              + " in slipway.yml.",
          e);
    }
    // The driver names the file in whatever language it speaks.
    return Stream.of(key, shown, trusted)
        .filter(file -> file != null && said.contains(file))
        .findFirst()
        .or(() -> Optional.ofNullable(said.contains("private key") ? key : null))
        .map(file -> unreadable(url, file, said))
        .orElse(null);
  }

  private static SlipwayException certificate(String what, String next, SQLException e) {
    return new SlipwayException(PostgresError.CERTIFICATE_REFUSED, what, next, e);
  }

  private static SlipwayException unreadable(DatabaseUrl url, String file, String why) {
    return new SlipwayException(
        PostgresError.TLS_FILE_UNREADABLE,
        "The file %s for TLS with the server of %s can't be used: %s."
            .formatted(file, url, why.endsWith(".") ? why.substring(0, why.length() - 1) : why),
        "Name the file as it is: tls: { ca: …, cert: …, key: … } in slipway.yml, relative to it, or"
            + " sslrootcert, sslcert and sslkey in an address. Certificates and keys are PEM.");
  }

  private static <T extends Throwable> @Nullable T cause(Throwable e, Class<T> type) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return type.cast(each);
      }
    }
    return null;
  }
}
