package dev.slipway.config;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Public keys of Ed25519 (RFC 8032) as a configuration writes them: X.509 in Base64. */
public final class PublicKeys {

  private PublicKeys() {}

  /** The key; null when the text is none. */
  public static @Nullable PublicKey parse(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.strip());
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(bytes));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return null;
    }
  }
}
