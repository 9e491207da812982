package dev.slipway.soak;

import dev.slipway.config.ConfigurationError;
import dev.slipway.config.Filled;
import dev.slipway.config.Masking;
import dev.slipway.config.ProjectFile;
import dev.slipway.soak.Template.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads templates of one scenario, and keeps what their variables stand for. */
final class TemplateReader {

  private static final Pattern PART = Pattern.compile("\\$\\{([^}]*)}");
  private static final Pattern RANDOM =
      Pattern.compile("random\\(\\s*(-?\\d{1,18})\\s*,\\s*(-?\\d{1,18})\\s*\\)");
  private static final Pattern KEPT = Pattern.compile("([A-Za-z0-9_ -]+)\\.([A-Za-z0-9_]+)");

  private final ProjectFile file;
  private final List<Filled> variables = new ArrayList<>();
  private final Set<String> steps = new HashSet<>();

  TemplateReader(ProjectFile file) {
    this.file = file;
  }

  /** From now on templates may take what this step has kept. */
  void done(String step) {
    steps.add(step);
  }

  /** What hides the variables of all templates so far. */
  Masking masking() {
    return Masking.of(variables);
  }

  Template read(Node node, String key) {
    String written = file.yaml().string(node, key);
    List<Part> parts = new ArrayList<>();
    int from = 0;
    Matcher matcher = PART.matcher(written == null ? "" : written);
    while (written != null && matcher.find()) {
      parts.add(new Part.Literal(written.substring(from, matcher.start())));
      Part part = part(node, matcher.group(1).strip());
      if (part != null) {
        parts.add(part);
      }
      from = matcher.end();
    }
    parts.add(new Part.Literal(written == null ? "" : written.substring(from)));
    return new Template(parts);
  }

  private @Nullable Part part(Node node, String word) {
    if (word.equals("n")) {
      return new Part.RoundNumber();
    }
    if (word.equals("uuid")) {
      return new Part.Uuid();
    }
    Matcher random = RANDOM.matcher(word);
    if (random.matches()) {
      long least = Long.parseLong(random.group(1));
      long most = Long.parseLong(random.group(2));
      if (least > most) {
        return wrong(node, "random takes the smaller number first: ${" + word + "}");
      }
      return new Part.Random(least, most);
    }
    Matcher kept = KEPT.matcher(word);
    if (kept.matches()) {
      String step = kept.group(1);
      return steps.contains(step)
          ? new Part.Kept(step, kept.group(2))
          : wrong(node, "${" + word + "}: no earlier step is called \"" + step + "\"");
    }
    if (word.contains("(") || word.contains(".")) {
      return wrong(
          node,
          "${"
              + word
              + "} is none of ${n}, ${uuid}, ${random(1,100)}, ${STEP.COLUMN} and ${VARIABLE}");
    }
    Filled variable = file.filled(node, "${" + word + "}");
    variables.add(variable);
    return new Part.Variable(variable.text());
  }

  private @Nullable Part wrong(Node node, String what) {
    file.problems().add(node, ConfigurationError.BAD_VALUE, what);
    return null;
  }
}
