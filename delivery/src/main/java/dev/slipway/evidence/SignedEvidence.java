package dev.slipway.evidence;

import dev.slipway.config.PublicKeys;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Map;

/**
 * Evidence as it travels in a file, where one runner can't reach both databases: signed with
 * Ed25519 (RFC 8032) over its canonical JSON.
 *
 * @param format the form of the file
 * @param evidence what is known
 * @param signature in Base64
 */
public record SignedEvidence(int format, Evidence evidence, String signature) {

  /** With what each statement cost, since 2. */
  static final int FORMAT = 2;

  /** Signs evidence. */
  public static SignedEvidence of(Evidence evidence, SigningKey key) {
    return new SignedEvidence(FORMAT, evidence, key.sign(EvidenceJson.canonical(evidence)));
  }

  /**
   * Writes the file.
   *
   * @throws SlipwayException when that can't be done
   */
  public void write(Path file) {
    try {
      Files.writeString(file, EvidenceJson.text(this));
    } catch (IOException e) {
      throw new SlipwayException(
          EvidenceError.EVIDENCE_NOT_WRITTEN,
          file + " can't be written: " + e.getMessage() + ".",
          "Name a file in a folder that is there and can be written to.",
          e);
    }
  }

  /**
   * Reads a file, and whether somebody who is trusted signed just that.
   *
   * @param trust public keys by the names of their owners
   * @throws SlipwayException when it can't be read, was changed, or is signed by nobody of these
   */
  public static Trusted read(Path file, Map<String, String> trust) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new SlipwayException(
          EvidenceError.NO_EVIDENCE,
          file + (Files.exists(file) ? " can't be read: " + e.getMessage() : " is not there") + ".",
          "Name a file that `slipway evidence export` wrote.",
          e);
    }
    SignedEvidence signed = EvidenceJson.read(text, file.toString());
    byte[] bytes = EvidenceJson.canonical(signed.evidence());
    for (Map.Entry<String, String> each : trust.entrySet()) {
      PublicKey key = PublicKeys.parse(each.getValue());
      if (key != null && SigningKey.isSignature(bytes, signed.signature(), key)) {
        return new Trusted(signed.evidence(), each.getKey());
      }
    }
    throw new SlipwayException(
        EvidenceError.EVIDENCE_UNTRUSTED,
        file
            + (trust.isEmpty()
                ? " can't be trusted: no key is under promotion: evidence: trust: of this"
                    + " environment."
                : " was changed after it was signed, or is signed by none of: "
                    + String.join(", ", trust.keySet())
                    + "."),
        "Export it again where the environment can be reached, with a key whose public half is"
            + " trusted here.");
  }

  /**
   * Evidence that is as somebody signed it.
   *
   * @param evidence what is known
   * @param by whose key it was
   */
  public record Trusted(Evidence evidence, String by) {}
}
