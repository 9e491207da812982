package dev.slipway.migration;

import dev.slipway.catalog.Fingerprint;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.RowCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of a manifest, version 1. Reading is strict: a key that is unknown, missing, there twice
 * or of another type is an error that names the file and the key.
 */
final class ManifestJson {

  private static final int FORMAT = 1;
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  /** Where a parser says that something began, it only says that it does not say. */
  private static final Pattern BEGINNING = Pattern.compile(" \\(for .* starting at .*\\)$");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;

  private ManifestJson(Path file) {
    this.file = file;
  }

  static String write(Manifest manifest) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("format", FORMAT);
    ArrayNode parents = json.putArray("parents");
    manifest.parents().forEach(parents::add);
    ObjectNode fingerprints = json.putObject("fingerprints");
    fingerprints.put("before", manifest.before().value());
    fingerprints.put("after", manifest.after().value());
    ArrayNode renames = json.putArray("renames");
    for (Change.Rename rename : manifest.renames()) {
      ObjectNode entry = renames.addObject();
      write(entry.putArray("from"), rename.from());
      write(entry.putArray("to"), rename.to());
    }
    if (!manifest.renamedParts().isEmpty()) {
      ArrayNode parts = json.putArray("renamedParts");
      for (RenamedPart part : manifest.renamedParts()) {
        ObjectNode entry = parts.addObject();
        write(entry.putArray("of"), part.whole());
        entry.put("from", part.from());
        entry.put("to", part.to());
      }
    }
    ArrayNode allowed = json.putArray("allowed");
    for (AllowedHazard hazard : manifest.allowed()) {
      ObjectNode entry = allowed.addObject();
      entry.put("code", hazard.code());
      entry.put("object", hazard.object());
      entry.put("reason", hazard.reason());
    }
    if (!manifest.replaces().isEmpty()) {
      write(json.putArray("replaces"), manifest.replaces());
    }
    write(json, "rows", "up", manifest.rows());
    KnownHazards hazards = manifest.hazards();
    if (hazards != null) {
      ObjectNode known = json.putObject("hazards");
      known.put("up", hazards.up());
      ArrayNode found = known.putArray("found");
      hazards.hazards().forEach(hazard -> write(found.addObject(), hazard));
    }
    write(json, "rowsBack", "down", manifest.rowsBack());
    KnownReverses reverses = manifest.reverses();
    if (reverses != null) {
      ObjectNode known = json.putObject("wayBack");
      known.put("up", reverses.up());
      known.put("down", reverses.down());
      ArrayNode steps = known.putArray("steps");
      reverses.steps().forEach(step -> write(steps.addObject(), step));
    }
    Handwritten handwritten = manifest.handwritten();
    if (handwritten != null) {
      ObjectNode proved = json.putObject("handwritten");
      proved.put("up", handwritten.up());
      proved.put("down", handwritten.down());
    }
    json.put("tool", manifest.tool());
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json).replace("\r\n", "\n")
        + "\n";
  }

  private static void write(ObjectNode json, String key, String script, @Nullable RowDemands rows) {
    if (rows != null) {
      ObjectNode demands = json.putObject(key);
      demands.put(script, rows.script());
      ArrayNode checks = demands.putArray("checks");
      rows.checks().forEach(check -> write(checks.addObject(), check));
    }
  }

  private static void write(ObjectNode json, RowCheck check) {
    write(json.putArray("on"), check.on());
    ArrayNode reads = json.putArray("reads");
    check.reads().forEach(table -> write(reads.addArray(), table));
    json.put("demand", check.demand());
    if (check.trySql() != null) {
      json.put("try", check.trySql());
    }
    json.put("count", check.countSql());
    json.put("sample", check.sampleSql());
  }

  private static void write(ObjectNode json, Hazard hazard) {
    json.put("code", hazard.code().id());
    write(json.putArray("on"), hazard.on());
    ArrayNode tables = json.putArray("tables");
    hazard.tables().forEach(table -> write(tables.addArray(), table));
    json.put("message", hazard.message());
    json.put("advice", hazard.advice());
  }

  private static void write(ObjectNode json, StepReverse step) {
    json.put("step", step.step());
    json.put("class", step.standing().name().toLowerCase(Locale.ROOT));
    if (!step.parked().isEmpty()) {
      ArrayNode parked = json.putArray("parked");
      step.parked().forEach(parked::add);
    }
    if (step.reason() != null) {
      json.put("reason", step.reason());
    }
  }

  private static void write(ArrayNode json, List<Replaced> replaces) {
    for (Replaced replaced : replaces) {
      ObjectNode entry = json.addObject();
      entry.put("name", replaced.name());
      entry.put("up", replaced.up());
      if (!replaced.replaces().isEmpty()) {
        write(entry.putArray("replaces"), replaced.replaces());
      }
    }
  }

  private static void write(ArrayNode json, ObjectId id) {
    json.add(id.kind().name());
    id.path().forEach(json::add);
  }

  static Manifest read(Path file, String text) {
    return new ManifestJson(file).read(text);
  }

  private Manifest read(String text) {
    JsonNode json;
    try {
      json = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw wrong(
          "is not JSON"
              + (e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr())
              + ": "
              + BEGINNING.matcher(e.getOriginalMessage()).replaceFirst(""),
          e);
    }
    if (!json.isObject()) {
      throw wrong("must be an object", null);
    }
    JsonNode format = json.get("format");
    if (format == null || !format.isInt() || format.intValue() != FORMAT) {
      throw wrong("has the format " + format + "; this version reads the format " + FORMAT, null);
    }
    keys(
        json,
        "",
        "format",
        "parents",
        "fingerprints",
        "renames",
        "renamedParts",
        "allowed",
        "replaces",
        "rows",
        "hazards",
        "rowsBack",
        "wayBack",
        "handwritten",
        "tool");
    JsonNode fingerprints = child(json, "", "fingerprints");
    keys(fingerprints, "fingerprints", "before", "after");
    return new Manifest(
        list(json, "parents", this::parent),
        fingerprint(fingerprints, "before"),
        fingerprint(fingerprints, "after"),
        list(json, "renames", this::rename),
        json.has("renamedParts") ? list(json, "renamedParts", this::renamedPart) : List.of(),
        list(json, "allowed", this::allowed),
        json.has("replaces") ? list(json, "replaces", this::replaced) : List.of(),
        json.has("rows") ? rows(child(json, "", "rows"), "rows", "up") : null,
        json.has("hazards") ? hazards(child(json, "", "hazards")) : null,
        json.has("rowsBack") ? rows(child(json, "", "rowsBack"), "rowsBack", "down") : null,
        json.has("wayBack") ? reverses(child(json, "", "wayBack")) : null,
        json.has("handwritten") ? handwritten(child(json, "", "handwritten")) : null,
        string(child(json, "", "tool"), "tool"));
  }

  private <T> List<T> list(JsonNode json, String key, Function<Entry, T> reader) {
    return list(json, "", key, reader);
  }

  private <T> List<T> list(JsonNode json, String path, String key, Function<Entry, T> reader) {
    JsonNode array = child(json, path, key);
    if (!array.isArray()) {
      throw wrong("needs a list at \"" + join(path, key) + "\"", null);
    }
    var values = new ArrayList<T>();
    for (int i = 0; i < array.size(); i++) {
      values.add(reader.apply(new Entry(array.get(i), join(path, key) + "[" + i + "]")));
    }
    return values;
  }

  private record Entry(JsonNode json, String path) {}

  private String parent(Entry entry) {
    String name = string(entry.json, entry.path);
    if (!MigrationName.isValid(name)) {
      throw wrong("names \"" + name + "\" at \"" + entry.path + "\", which is no migration", null);
    }
    return name;
  }

  private Change.Rename rename(Entry entry) {
    keys(entry.json, entry.path, "from", "to");
    return new Change.Rename(
        id(child(entry.json, entry.path, "from"), entry.path + ".from"),
        id(child(entry.json, entry.path, "to"), entry.path + ".to"));
  }

  private AllowedHazard allowed(Entry entry) {
    keys(entry.json, entry.path, "code", "object", "reason");
    return new AllowedHazard(
        string(child(entry.json, entry.path, "code"), entry.path + ".code"),
        string(child(entry.json, entry.path, "object"), entry.path + ".object"),
        string(child(entry.json, entry.path, "reason"), entry.path + ".reason"));
  }

  private RowDemands rows(JsonNode json, String key, String script) {
    keys(json, key, script, "checks");
    return new RowDemands(
        hash(child(json, key, script), key + "." + script), list(json, key, "checks", this::check));
  }

  private KnownHazards hazards(JsonNode json) {
    keys(json, "hazards", "up", "found");
    return new KnownHazards(
        hash(child(json, "hazards", "up"), "hazards.up"),
        list(json, "hazards", "found", this::hazard));
  }

  private KnownReverses reverses(JsonNode json) {
    keys(json, "wayBack", "up", "down", "steps");
    return new KnownReverses(
        hash(child(json, "wayBack", "up"), "wayBack.up"),
        hash(child(json, "wayBack", "down"), "wayBack.down"),
        list(json, "wayBack", "steps", this::reverse));
  }

  private StepReverse reverse(Entry entry) {
    keys(entry.json, entry.path, "step", "class", "parked", "reason");
    String name = text(entry, "class");
    StepReverse.Standing standing =
        Arrays.stream(StepReverse.Standing.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst()
            .orElseThrow(() ->
                wrong(
                    "names the class \""
                        + name
                        + "\" at \""
                        + entry.path
                        + ".class\", which is unknown",
                    null));
    return new StepReverse(
        text(entry, "step"),
        standing,
        entry.json.has("parked")
            ? list(entry.json, entry.path, "parked", parked -> string(parked.json, parked.path))
            : List.of(),
        entry.json.has("reason") ? text(entry, "reason") : null);
  }

  private Hazard hazard(Entry entry) {
    keys(entry.json, entry.path, "code", "on", "tables", "message", "advice");
    String id = text(entry, "code");
    HazardCode code =
        Arrays.stream(HazardCode.values())
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(() ->
                wrong(
                    "names the hazard \""
                        + id
                        + "\" at \""
                        + entry.path
                        + ".code\", which is unknown",
                    null));
    return new Hazard(
        code,
        id(child(entry.json, entry.path, "on"), entry.path + ".on"),
        text(entry, "message"),
        text(entry, "advice"),
        list(entry.json, entry.path, "tables", table -> id(table.json, table.path)));
  }

  private RowCheck check(Entry entry) {
    keys(entry.json, entry.path, "on", "reads", "demand", "try", "count", "sample");
    return new RowCheck(
        id(child(entry.json, entry.path, "on"), entry.path + ".on"),
        list(entry.json, entry.path, "reads", table -> id(table.json, table.path)),
        text(entry, "demand"),
        entry.json.has("try") ? text(entry, "try") : null,
        text(entry, "count"),
        text(entry, "sample"));
  }

  private String text(Entry entry, String key) {
    return string(child(entry.json, entry.path, key), entry.path + "." + key);
  }

  private RenamedPart renamedPart(Entry entry) {
    keys(entry.json, entry.path, "of", "from", "to");
    return new RenamedPart(
        id(child(entry.json, entry.path, "of"), entry.path + ".of"),
        string(child(entry.json, entry.path, "from"), entry.path + ".from"),
        string(child(entry.json, entry.path, "to"), entry.path + ".to"));
  }

  private Replaced replaced(Entry entry) {
    keys(entry.json, entry.path, "name", "up", "replaces");
    JsonNode name = child(entry.json, entry.path, "name");
    return new Replaced(
        parent(new Entry(name, entry.path + ".name")),
        hash(child(entry.json, entry.path, "up"), entry.path + ".up"),
        entry.json.has("replaces")
            ? list(entry.json, entry.path, "replaces", this::replaced)
            : List.of());
  }

  private Handwritten handwritten(JsonNode json) {
    keys(json, "handwritten", "up", "down");
    JsonNode up = child(json, "handwritten", "up");
    JsonNode down = child(json, "handwritten", "down");
    return new Handwritten(
        up.isNull() ? null : hash(up, "handwritten.up"),
        down.isNull() ? null : hash(down, "handwritten.down"));
  }

  private ObjectId id(JsonNode json, String path) {
    if (!json.isArray() || json.size() < 2) {
      throw wrong("needs a kind and names at \"" + path + "\"", null);
    }
    String kind = string(json.get(0), path + "[0]");
    if (Arrays.stream(Kind.values()).noneMatch(known -> known.name().equals(kind))) {
      throw wrong("names the kind \"" + kind + "\" at \"" + path + "\", which is unknown", null);
    }
    var names = new ArrayList<String>();
    for (int i = 1; i < json.size(); i++) {
      names.add(string(json.get(i), path + "[" + i + "]"));
    }
    return new ObjectId(Kind.valueOf(kind), names);
  }

  private Fingerprint fingerprint(JsonNode json, String key) {
    String path = "fingerprints." + key;
    return new Fingerprint(hash(child(json, "fingerprints", key), path));
  }

  private String hash(JsonNode json, String path) {
    String value = string(json, path);
    if (!SHA_256.matcher(value).matches()) {
      throw wrong("needs 64 hexadecimal digits at \"" + path + "\"", null);
    }
    return value;
  }

  private String string(JsonNode json, String path) {
    if (!json.isString()) {
      throw wrong("needs a text at \"" + path + "\"", null);
    }
    return json.stringValue();
  }

  private JsonNode child(JsonNode json, String path, String key) {
    JsonNode child = json.get(key);
    if (child == null) {
      throw wrong("lacks the key \"" + join(path, key) + "\"", null);
    }
    return child;
  }

  private void keys(JsonNode json, String path, String... known) {
    if (!json.isObject()) {
      throw wrong("needs an object at \"" + path + "\"", null);
    }
    String unknown =
        json.propertyNames().stream()
            .filter(key -> !List.of(known).contains(key))
            .map(key -> "\"" + join(path, key) + "\"")
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw wrong("has the unknown key " + unknown, null);
    }
  }

  private static String join(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private SlipwayException wrong(String what, @Nullable Throwable cause) {
    Integer line =
        cause instanceof JacksonException json && json.getLocation() != null
            ? json.getLocation().getLineNr()
            : null;
    return new MigrationFileException(
        MigrationError.BAD_MIGRATION_FILE,
        file + " " + what + ".",
        "Restore the file as it was generated, or mend what is named.",
        cause,
        file,
        line != null && line > 0 ? line : null);
  }
}
