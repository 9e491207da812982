package dev.slipway.config;

import dev.slipway.dialect.DatabaseUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * How a server's certificate is checked: to the full unless the host is this machine, or the file
 * says otherwise and why.
 */
final class TlsReader {

  /** Stands for the authorities that this Java trusts, as libpq calls those of its system. */
  private static final String SYSTEM = "system";

  private static final String FULL = "verify-full";
  private static final List<String> MODES = List.of(FULL, "verify-ca", "require", "disable");

  private final String environment;
  private final Path root;
  private final YamlReader yaml;
  private final Problems problems;
  private final AddressParts.Text texts;

  /**
   * @param environment whose address it is
   * @param root what files are meant from
   * @param yaml reads
   * @param problems takes what is wrong
   * @param texts replaces variables
   */
  TlsReader(
      String environment, Path root, YamlReader yaml, Problems problems, AddressParts.Text texts) {
    this.environment = environment;
    this.root = root;
    this.yaml = yaml;
    this.problems = problems;
    this.texts = texts;
  }

  /**
   * An address with the options of TLS.
   *
   * @param address the address, which may have a {@code sslmode} of its own
   * @param place where it stands
   * @param node what is said of TLS beside it
   * @param isKnown whether it matters now what the address says of TLS; it may come from a variable
   */
  String applied(String address, Node place, @Nullable Node node, boolean isKnown) {
    var url = new DatabaseUrl(address);
    if (!url.isWellFormed()) {
      return address;
    }
    Map<String, Node> keys =
        node == null
            ? Map.of()
            : yaml.mapping(node, "tls", List.of("mode", "reason", "ca", "cert", "key"));
    String own = url.option("sslmode");
    String mode = mode(keys.get("mode"));
    if (isKnown && own != null && !mode.isEmpty() && !mode.equals(own)) {
      problems.add(
          place,
          ConfigurationError.BAD_VALUE,
          "the url of " + environment + " has another sslmode than its tls; one of them says it");
    }
    boolean hasReason = !text(keys.get("reason"), "reason").isEmpty();
    if (node != null && !mode.isEmpty() && !mode.equals(FULL) && !hasReason) {
      problems.add(
          node,
          ConfigurationError.MISSING_KEY,
          "tls with the mode " + mode + " needs a \"reason\": why the server is not checked fully");
    }
    boolean isRelaxed = own != null && mode.isEmpty() && !own.equals(FULL);
    if (isKnown && isRelaxed && !url.isThisMachine() && !hasReason) {
      problems.add(
          place,
          ConfigurationError.MISSING_KEY,
          "the url of "
              + environment
              + " has a sslmode that does not check the server fully; that needs"
              + " tls: { reason: … } beside it, which says why");
    }
    var options = new ArrayList<String>();
    String wanted = !mode.isEmpty() ? mode : url.isThisMachine() ? "" : FULL;
    if (own == null && !wanted.isEmpty()) {
      options.add("sslmode=" + wanted);
    }
    files(keys, node, options);
    return options.isEmpty()
        ? address
        : address + (address.contains("?") ? "&" : "?") + String.join("&", options);
  }

  private String mode(@Nullable Node node) {
    String mode = text(node, "mode");
    if (node != null && !mode.isEmpty() && !MODES.contains(mode)) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "the mode of tls is one of "
              + String.join(", ", MODES)
              + ", not "
              + YamlReader.shown(mode));
    }
    return mode;
  }

  private void files(Map<String, Node> keys, @Nullable Node node, List<String> options) {
    String authority = text(keys.get("ca"), "ca");
    String certificate = text(keys.get("cert"), "cert");
    String key = text(keys.get("key"), "key");
    if (node != null && keys.containsKey("cert") != keys.containsKey("key")) {
      problems.add(
          node,
          ConfigurationError.MISSING_KEY,
          "tls needs \"cert\" and \"key\", a certificate and its key, or none of them");
    }
    if (node != null && authority.equals(SYSTEM) && !certificate.isEmpty()) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "tls with \"cert\" needs a file as \"ca\": the driver has either the authorities of"
              + " Java, or files");
    }
    file(options, "sslrootcert", authority);
    file(options, "sslcert", certificate);
    file(options, "sslkey", key);
  }

  private void file(List<String> options, String option, String name) {
    if (!name.isEmpty()) {
      String value = name.equals(SYSTEM) ? name : root.resolve(name).normalize().toString();
      options.add(
          option + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }
  }

  private String text(@Nullable Node node, String key) {
    String value = node == null ? null : yaml.string(node, key);
    return node == null || value == null ? "" : texts.of(node, value);
  }
}
