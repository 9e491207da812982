package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Authorities, and what they sign, made by the JDK's keytool in a folder. */
final class Certificates {

  private static final String PASSWORD = "changeit";

  private final Path folder;

  Certificates(Path folder) {
    this.folder = folder;
  }

  /** A new authority; its certificate, as PEM, is the file of its name with {@code .crt}. */
  void authority(String name) throws Exception {
    keys(name, "-ext", "bc:c=ca:true");
    Files.write(folder.resolve(name + ".crt"), run(name, new byte[0], "-exportcert", "-rfc"));
  }

  /** A new key, which nobody signed yet; as PEM it is the file of its name with {@code .key}. */
  void keys(String name, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-genkeypair", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "3650"));
    arguments.addAll(List.of("-dname", "CN=" + name));
    arguments.addAll(List.of(more));
    run(name, new byte[0], arguments.toArray(String[]::new));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(
        new ByteArrayInputStream(Files.readAllBytes(folder.resolve(name + ".p12"))),
        PASSWORD.toCharArray());
    var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    String text = encoder.encodeToString(keys.getKey("own", PASSWORD.toCharArray()).getEncoded());
    Path file = folder.resolve(name + ".key");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file, "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n");
  }

  /**
   * Lets an authority sign a key.
   *
   * @param authority its name
   * @param keys the name of the key
   * @param how what the certificate says, in keytool's words
   * @return the certificate as PEM
   */
  String sign(String authority, String keys, String... how) throws Exception {
    byte[] request = run(keys, new byte[0], "-certreq");
    List<String> arguments = new ArrayList<>(List.of("-gencert", "-rfc"));
    arguments.addAll(List.of(how));
    return new String(
        run(authority, request, arguments.toArray(String[]::new)), StandardCharsets.US_ASCII);
  }

  private byte[] run(String store, byte[] input, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-alias", "own", "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", folder.resolve(store + ".p12").toString()));
    Path said = folder.resolve("keytool.log");
    Process tool = new ProcessBuilder(command).redirectError(said.toFile()).start();
    try (var to = tool.getOutputStream()) {
      to.write(input);
    }
    byte[] output = tool.getInputStream().readAllBytes();
    assertThat(tool.waitFor()).as(Files.readString(said)).isZero();
    return output;
  }
}
