package dev.slipway.config;

import dev.slipway.config.PromotionPolicy.Backup;
import dev.slipway.config.PromotionPolicy.OnFailure;
import dev.slipway.config.PromotionPolicy.Rehearsal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads {@code promotion:} of an environment. */
final class PromotionReader {

  private static final List<String> KEYS =
      List.of(
          "evidence",
          "approvals",
          "windows",
          "freezes",
          "limits",
          "backup",
          "rehearse",
          "on_failure",
          "hooks");
  private static final String NONE = "none";
  private static final int MOST_APPROVALS = 10;

  private final YamlReader yaml;
  private final Problems problems;
  private final PromotionPolicy standard;
  private final boolean hasBefore;

  PromotionReader(YamlReader yaml, Problems problems, boolean isProtected, boolean hasBefore) {
    this.yaml = yaml;
    this.problems = problems;
    this.standard = PromotionPolicy.standard(isProtected, hasBefore);
    this.hasBefore = hasBefore;
  }

  PromotionPolicy read(@Nullable Node node) {
    if (node == null) {
      return standard;
    }
    Map<String, Node> keys = yaml.mapping(node, "promotion", KEYS);
    Map<String, Node> limits =
        keys.containsKey("limits")
            ? yaml.mapping(keys.get("limits"), "limits", List.of("lock", "duration"))
            : Map.of();
    return new PromotionPolicy(
        evidence(keys.get("evidence")),
        approvals(keys.get("approvals")),
        windows(keys.get("windows")),
        freezes(keys.get("freezes")),
        time(limits.get("lock"), "lock", null),
        time(limits.get("duration"), "duration", null),
        word(keys.get("backup"), "backup", standard.backup(), Backup.values()),
        word(keys.get("rehearse"), "rehearse", standard.rehearse(), Rehearsal.values()),
        word(keys.get("on_failure"), "on_failure", standard.onFailure(), OnFailure.values()),
        new HooksReader(yaml, problems).read(keys.get("hooks")));
  }

  private @Nullable EvidencePolicy evidence(@Nullable Node node) {
    if (node == null) {
      return standard.evidence();
    }
    if (isNone(node)) {
      return null;
    }
    if (!hasBefore) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "evidence comes from the environment before, and there is none: write after:, or"
              + " evidence: none");
    }
    Map<String, Node> keys = yaml.mapping(node, "evidence", List.of("max_age", "needs", "trust"));
    EvidencePolicy usual = EvidencePolicy.standard();
    List<String> needs = usual.needs();
    if (keys.containsKey("needs")) {
      needs = new ArrayList<>();
      for (ScalarNode each : yaml.strings(keys.get("needs"), "needs")) {
        if (EvidencePolicy.KINDS.contains(each.getValue())) {
          needs.add(each.getValue());
        } else {
          problems.add(
              each,
              ConfigurationError.BAD_VALUE,
              "needs takes verify, smoke and soak, not " + YamlReader.shown(each.getValue()));
        }
      }
    }
    Duration age = time(keys.get("max_age"), "max_age", usual.maxAge());
    return new EvidencePolicy(
        age == null ? usual.maxAge() : age, needs, keys(keys.get("trust"), "trust"));
  }

  private ApprovalPolicy approvals(@Nullable Node node) {
    if (node == null) {
      return standard.approvals();
    }
    if (isNone(node)) {
      return ApprovalPolicy.none();
    }
    Map<String, Node> keys =
        yaml.mapping(node, "approvals", List.of("count", "expires", "not_author", "keys"));
    ApprovalPolicy usual = ApprovalPolicy.standard();
    Node number = keys.get("count");
    Integer count = number == null ? null : yaml.integer(number, "count");
    if (number != null && count != null && (count < 0 || count > MOST_APPROVALS)) {
      problems.add(
          number,
          ConfigurationError.BAD_VALUE,
          "count is 0 to " + MOST_APPROVALS + ", not " + count);
    }
    Duration expires = time(keys.get("expires"), "expires", usual.expires());
    Map<String, String> people = keys(keys.get("keys"), "keys");
    if (count != null && keys.containsKey("keys") && people.size() < count) {
      problems.add(
          keys.get("keys"),
          ConfigurationError.BAD_VALUE,
          count + " approvals are wanted, and " + people.size() + " can be given by these keys");
    }
    return new ApprovalPolicy(
        count == null ? usual.count() : count,
        expires == null ? usual.expires() : expires,
        keys.containsKey("not_author") && yaml.bool(keys.get("not_author"), "not_author"),
        people);
  }

  /** Public keys by the names of their owners. */
  private Map<String, String> keys(@Nullable Node node, String key) {
    Map<String, String> keys = new LinkedHashMap<>();
    if (node == null) {
      return keys;
    }
    yaml.mapping(node, key, List.of())
        .forEach((name, value) -> {
          String text = yaml.string(value, name);
          if (text != null && PublicKeys.parse(text) == null) {
            problems.add(
                value,
                ConfigurationError.BAD_VALUE,
                "the key of "
                    + name
                    + " is no public key of Ed25519: `slipway evidence key` prints one");
          } else if (text != null) {
            keys.put(name, text);
          }
        });
    return keys;
  }

  private List<Window> windows(@Nullable Node node) {
    List<Window> windows = new ArrayList<>();
    for (ScalarNode each : node == null ? List.<ScalarNode>of() : yaml.strings(node, "windows")) {
      Window window = Window.parse(each.getValue());
      if (window == null) {
        problems.add(
            each,
            ConfigurationError.BAD_VALUE,
            "a window is written as \"Mon-Thu 09:00-16:00 Europe/Berlin\", not "
                + YamlReader.shown(each.getValue()));
      } else {
        windows.add(window);
      }
    }
    return windows;
  }

  private List<Freeze> freezes(@Nullable Node node) {
    List<Freeze> freezes = new ArrayList<>();
    for (Node each : node == null ? List.<Node>of() : yaml.list(node, "freezes")) {
      Map<String, Node> keys = yaml.mapping(each, "a freeze", List.of("from", "to", "reason"));
      LocalDate from = day(keys.get("from"), "from");
      LocalDate to = day(keys.get("to"), "to");
      String reason = keys.containsKey("reason") ? yaml.string(keys.get("reason"), "reason") : null;
      if (from == null || to == null || reason == null) {
        if (!keys.containsKey("from") || !keys.containsKey("to") || !keys.containsKey("reason")) {
          problems.add(
              each, ConfigurationError.MISSING_KEY, "a freeze has \"from\", \"to\", \"reason\"");
        }
      } else if (to.isBefore(from)) {
        problems.add(each, ConfigurationError.BAD_VALUE, "the freeze ends before it begins");
      } else {
        freezes.add(new Freeze(from, to, reason));
      }
    }
    return freezes;
  }

  private @Nullable LocalDate day(@Nullable Node node, String key) {
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : null;
    if (node == null) {
      return null;
    }
    try {
      return LocalDate.parse(text == null ? "" : text);
    } catch (DateTimeException e) {
      problems.add(
          node, ConfigurationError.BAD_VALUE, key + " is a day, such as 2026-12-20, in UTC");
      return null;
    }
  }

  private @Nullable Duration time(@Nullable Node node, String key, @Nullable Duration standard) {
    String text = node == null ? null : yaml.string(node, key);
    if (node == null || text == null) {
      return standard;
    }
    Duration time = TimeWords.parse(text);
    if (time == null) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          key + " is a time, such as 500ms, 5s, 30m, 24h or 7d, not " + YamlReader.shown(text));
    }
    return time == null ? standard : time;
  }

  private <E extends Enum<E>> E word(@Nullable Node node, String key, E standard, E[] all) {
    String text = node == null ? null : yaml.string(node, key);
    if (node == null || text == null) {
      return standard;
    }
    List<String> words = new ArrayList<>();
    for (E each : all) {
      String word = each.name().toLowerCase(Locale.ROOT);
      if (word.equals(text)) {
        return each;
      }
      words.add(word);
    }
    problems.add(
        node,
        ConfigurationError.BAD_VALUE,
        key + " is " + String.join(" or ", words) + ", not " + YamlReader.shown(text));
    return standard;
  }

  private static boolean isNone(Node node) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(NONE);
  }
}
