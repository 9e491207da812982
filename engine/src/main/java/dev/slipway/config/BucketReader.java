package dev.slipway.config;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code bucket:} of backups. */
record BucketReader(YamlReader yaml, Problems problems, LateSecrets secrets) {

  private static final List<String> KEYS =
      List.of(
          "name", "prefix", "region", "endpoint", "path_style", "access_key", "secret_key", "tls");

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.=-]+(/[A-Za-z0-9_.=-]+)*");
  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  @Nullable BackupBucket read(@Nullable Node node) {
    if (node == null) {
      return null;
    }
    Map<String, Node> keys = yaml.mapping(node, "bucket of backups", KEYS);
    if (!keys.containsKey("name")) {
      if (node instanceof MappingNode) {
        problems.add(node, ConfigurationError.MISSING_KEY, "bucket of backups has no \"name\"");
      }
      return null;
    }
    if (keys.containsKey("access_key") != keys.containsKey("secret_key")) {
      problems.add(
          node,
          ConfigurationError.MISSING_KEY,
          "bucket of backups needs \"access_key\" and \"secret_key\", or none of them, where the"
              + " machine has a role");
    }
    Node access = keys.get("access_key");
    Node secret = keys.get("secret_key");
    Node style = keys.get("path_style");
    URI endpoint = endpoint(keys.get("endpoint"), isPlainAllowed(keys.get("tls")));
    return new BackupBucket(
        text(keys.get("name"), "name", NAME, "3 to 63 lower-case letters, digits, - and ."),
        text(
            keys.get("prefix"),
            "prefix",
            PREFIX,
            "names of letters, digits, -, _ and ., with / between"),
        keys.containsKey("region")
            ? text(keys.get("region"), "region", REGION, "a name such as eu-central-1")
            : null,
        endpoint,
        style == null ? endpoint != null : yaml.bool(style, "path_style"),
        access == null ? null : secrets.read(access, "access_key", "the access key of backups"),
        secret == null ? null : secrets.read(secret, "secret_key", "the secret key of backups"));
  }

  private String text(@Nullable Node node, String key, Pattern form, String described) {
    String text = node == null ? null : yaml.string(node, key);
    if (node == null || text == null) {
      return "";
    }
    if (!form.matcher(text).matches()) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          key + " of bucket is " + described + ", not " + YamlReader.shown(text));
    }
    return text;
  }

  /** As TLS of a database: it is left out only where somebody says why. */
  private boolean isPlainAllowed(@Nullable Node node) {
    if (node == null) {
      return false;
    }
    Map<String, Node> keys = yaml.mapping(node, "tls of bucket", List.of("mode", "reason"));
    Node mode = keys.get("mode");
    Node reason = keys.get("reason");
    String word = mode == null ? null : yaml.string(mode, "mode");
    if (!"disable".equals(word)) {
      problems.add(
          mode == null ? node : mode,
          ConfigurationError.BAD_VALUE,
          "the mode of tls of bucket is disable, or nothing is said of tls");
    }
    if (reason == null || yaml.string(reason, "reason") == null) {
      problems.add(
          node,
          ConfigurationError.MISSING_KEY,
          "tls of bucket needs a \"reason\": why backups go over an open line");
    }
    return true;
  }

  private @Nullable URI endpoint(@Nullable Node node, boolean isPlainAllowed) {
    String text = node == null ? null : yaml.string(node, "endpoint");
    if (node == null || text == null) {
      return null;
    }
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      uri = URI.create("");
    }
    boolean isAddress =
        List.of("http", "https").contains(String.valueOf(uri.getScheme()))
            && uri.getHost() != null
            && uri.getUserInfo() == null
            && uri.getQuery() == null;
    if (!isAddress) {
      // it may hold a key: what was written stays unsaid
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "endpoint of bucket is an address such as https://s3.example.com, without keys in it");
      return null;
    }
    if (uri.getScheme().equals("http")
        && !isPlainAllowed
        && !LOOPBACK.matcher(uri.getHost()).matches()) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "endpoint of bucket is an open line; write https, or tls: { mode: disable, reason: … }"
              + " beside it, which says why not");
    }
    return uri;
  }
}
