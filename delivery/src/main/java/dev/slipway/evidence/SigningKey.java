package dev.slipway.evidence;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A private key of Ed25519 (RFC 8032), kept as PKCS #8 in Base64. It is never shown. */
public final class SigningKey {

  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey key;

  private SigningKey(PrivateKey key) {
    this.key = key;
  }

  /**
   * A new pair.
   *
   * @param secret the private key, as it is kept
   * @param shown the public key, as a configuration writes it
   */
  public record Pair(String secret, String shown) {

    /** The public key alone. */
    @Override
    public String toString() {
      return shown;
    }
  }

  /** Draws a new pair. */
  public static Pair generate() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      Base64.Encoder base64 = Base64.getEncoder();
      return new Pair(
          base64.encodeToString(pair.getPrivate().getEncoded()),
          base64.encodeToString(pair.getPublic().getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java platform has " + ALGORITHM, e);
    }
  }

  /**
   * Reads a key.
   *
   * @param file where it is kept
   * @throws SlipwayException when it can't be read, or is none
   */
  public static SigningKey read(Path file) {
    try {
      return parse(Files.readString(file).strip(), file.toString());
    } catch (IOException e) {
      throw new SlipwayException(
          EvidenceError.BAD_KEY,
          "The key "
              + file
              + (Files.exists(file) ? " can't be read: " + e.getMessage() : " is not there")
              + ".",
          "Name a file that holds a key; `slipway evidence key FILE` makes one.",
          e);
    }
  }

  /**
   * The key that a text says.
   *
   * @param text PKCS #8 in Base64
   * @param shown where the text is from, for messages
   * @throws SlipwayException when it is none
   */
  public static SigningKey parse(String text, String shown) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return new SigningKey(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new SlipwayException(
          EvidenceError.BAD_KEY,
          shown + " holds no private key of " + ALGORITHM + ".",
          "Make one with `slipway evidence key FILE`.");
    }
  }

  /** The signature of bytes, in Base64. */
  public String sign(byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(key);
      signature.update(bytes);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("signing failed", e);
    }
  }

  /** Whether a signature in Base64 is that of bytes by the owner of a key. */
  public static boolean isSignature(byte[] bytes, String signature, PublicKey key) {
    try {
      Signature check = Signature.getInstance(ALGORITHM);
      check.initVerify(key);
      check.update(bytes);
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }
}
