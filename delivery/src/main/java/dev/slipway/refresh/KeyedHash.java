package dev.slipway.refresh;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with a secret salt: the same value always gives the same, and nobody else can. */
final class KeyedHash {

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  KeyedHash(String salt) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** The 32 bytes for a value. */
  byte[] of(String value) {
    return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
  }

  /** The same as 64 hexadecimal digits. */
  String hex(String value) {
    return HexFormat.of().formatHex(of(value));
  }
}
