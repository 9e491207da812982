package dev.slipway.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** For what a private key is: the driver takes each for one of RSA unless it is told. */
final class KeyAlgorithm {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----(?<key>[^-]+)-----END PRIVATE KEY-----");

  /** How the identifiers of algorithms are written in a key (RFC 5480, RFC 8410). */
  private static final Map<String, String> IDENTIFIERS =
      Map.of("06072a8648ce3d0201", "EC", "06032b6570", "Ed25519", "06032b6571", "Ed448");

  /** How much of a key stands before its numbers. */
  private static final int HEAD_BYTES = 32;

  private KeyAlgorithm() {}

  /** The algorithm in Java's words; null for RSA, and where the file is no such key. */
  static @Nullable String of(Path file) {
    try {
      Matcher pem = PEM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
      if (!pem.find()) {
        return null;
      }
      byte[] key = Base64.getMimeDecoder().decode(pem.group("key"));
      String head = HexFormat.of().formatHex(key, 0, Math.min(key.length, HEAD_BYTES));
      return IDENTIFIERS.entrySet().stream()
          .filter(each -> head.contains(each.getKey()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(null);
    } catch (IOException | IllegalArgumentException e) {
      // The driver says what is wrong with it.
      return null;
    }
  }
}
