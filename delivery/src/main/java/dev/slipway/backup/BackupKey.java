package dev.slipway.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Hkdf;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that backups are encrypted with: 32 bytes, written as Base64 or as 64 hexadecimal digits.
 * It is never shown; what is shown is its {@link #id}, from which it can't be told. Immutable.
 *
 * <p>Three keys are derived from it by HKDF (RFC 5869): one for files, one for manifests and
 * proofs, and the one that is cut off to be the id.
 */
public final class BackupKey {

  /** How files are encrypted, as manifests call it. */
  static final String METHOD = "AES256_GCM_HKDF_1MB";

  private static final int BYTES = 32;
  private static final int ID_BYTES = 4;
  private static final int SEGMENT_BYTES = 1 << 20;
  private static final String HMAC = "HmacSha256";

  private final String id;
  private final AesGcmHkdfStreaming files;
  private final byte[] marking;

  private BackupKey(byte[] key) {
    try {
      this.id = HexFormat.of().formatHex(derived(key, "id", ID_BYTES));
      this.files =
          new AesGcmHkdfStreaming(derived(key, "files", BYTES), HMAC, BYTES, SEGMENT_BYTES, 0);
      this.marking = derived(key, "manifest", BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java platform has AES and HMAC", e);
    }
  }

  private static byte[] derived(byte[] key, String what, int bytes)
      throws GeneralSecurityException {
    byte[] info = ("slipway backup " + what).getBytes(StandardCharsets.UTF_8);
    return Hkdf.computeHkdf(HMAC, key, new byte[0], info, bytes);
  }

  /** Draws a new key, and tells how it is written. */
  public static String generate() {
    var key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }

  /**
   * The key that a text says.
   *
   * @param text 32 bytes in Base64 or hexadecimal
   * @param shown where the text is from, for messages
   * @throws SlipwayException when it is none
   */
  public static BackupKey parse(String text, String shown) {
    byte[] key;
    try {
      key =
          text.strip().length() == 2 * BYTES
              ? HexFormat.of().parseHex(text.strip())
              : Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      key = new byte[0];
    }
    if (key.length != BYTES) {
      throw new SlipwayException(
          BackupError.BAD_BACKUP_KEY,
          shown + " is no key: that is 32 bytes, as Base64 or as 64 hexadecimal digits.",
          "Make one with `slipway backup key FILE`.");
    }
    return new BackupKey(key);
  }

  /** What it is called in manifests: 8 hexadecimal digits. */
  public String id() {
    return id;
  }

  /**
   * A stream that encrypts into another.
   *
   * @param about what the file is; whoever reads it has to say the same
   */
  OutputStream encrypting(OutputStream out, String about) throws IOException {
    try {
      return files.newEncryptingStream(out, about.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java platform has AES and HMAC", e);
    }
  }

  /** What was encrypted; reading fails where it was changed or is about something else. */
  InputStream decrypting(InputStream in, String about) throws IOException {
    try {
      return files.newDecryptingStream(in, about.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java platform has AES and HMAC", e);
    }
  }

  /**
   * The mark of something that only who has the key could have written: an HMAC (RFC 2104) in
   * hexadecimal.
   *
   * @param what what kind of thing it is
   */
  String mark(String what, byte[] content) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(marking, HMAC));
      mac.update((what + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java platform has HMAC", e);
    }
  }

  /** Whether a mark is that of something. */
  boolean isMark(String mark, String what, byte[] content) {
    return MessageDigest.isEqual(
        mark.getBytes(StandardCharsets.UTF_8),
        mark(what, content).getBytes(StandardCharsets.UTF_8));
  }

  /** Its id. */
  @Override
  public String toString() {
    return id;
  }
}
