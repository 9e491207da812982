package dev.slipway.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON of a catalog, version 1: what {@code catalog.json} holds, one object a line.
 *
 * <p>An identity is written as an array of its kind and its path. Unknown properties and another
 * version are errors. Thread-safe.
 */
public final class CatalogJson {

  /** The version that is written, and the only one that is read. */
  public static final int FORMAT = 1;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addMixIn(DatabaseObject.class, Typed.class)
          .addModule(
              new SimpleModule()
                  .addSerializer(ObjectId.class, new IdWriter())
                  .addDeserializer(ObjectId.class, new IdReader()))
          .registerSubtypes(DatabaseObject.class.getPermittedSubclasses())
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private CatalogJson() {}

  /** The catalog as JSON, ending with a line feed. */
  public static String write(Catalog catalog) {
    var lines = new ArrayList<String>();
    lines.add("\"format\": " + FORMAT);
    lines.add("\"engine\": " + MAPPER.writeValueAsString(catalog.engine()));
    lines.add("\"fingerprint\": \"" + catalog.fingerprint() + "\"");
    lines.add("\"objects\": " + array(catalog.objects()));
    var columns = new ArrayList<Object>();
    catalog.columnOrder().forEach((table, names) -> columns.add(new Columns(table, names)));
    lines.add("\"columns\": " + array(columns));
    var types = new ArrayList<Object>();
    catalog.viewTypes().forEach((view, texts) -> types.add(new ViewTypes(view, texts)));
    if (!types.isEmpty()) {
      lines.add("\"viewTypes\": " + array(types));
    }
    var needs = new ArrayList<Object>();
    catalog
        .dependencies()
        .asMap()
        .forEach((id, others) -> needs.add(new Needs(id, List.copyOf(others))));
    lines.add("\"needs\": " + array(needs));
    return "{\n  " + String.join(",\n  ", lines) + "\n}\n";
  }

  private static String array(Iterable<?> values) {
    var lines = new ArrayList<String>();
    values.forEach(value -> lines.add("    " + MAPPER.writeValueAsString(value)));
    return lines.isEmpty() ? "[]" : "[\n" + String.join(",\n", lines) + "\n  ]";
  }

  /**
   * Reads a catalog from its JSON.
   *
   * @throws IllegalArgumentException when the text is no catalog of this version, or its objects do
   *     not have the fingerprint it names
   */
  public static Catalog read(String json) {
    Document document;
    try {
      document = MAPPER.readValue(json, Document.class);
    } catch (tools.jackson.core.JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
    if (document.format != FORMAT) {
      throw new IllegalArgumentException(
          "its format is " + document.format + ", this version reads " + FORMAT);
    }
    Map<ObjectId, List<String>> columns = new LinkedHashMap<>();
    document.columns.forEach(entry -> columns.put(entry.table, entry.names));
    Map<ObjectId, List<String>> types = new LinkedHashMap<>();
    if (document.viewTypes != null) {
      document.viewTypes.forEach(entry -> types.put(entry.view, entry.types));
    }
    Map<ObjectId, Set<ObjectId>> needs = new LinkedHashMap<>();
    document.needs.forEach(entry -> needs.put(entry.id, new LinkedHashSet<>(entry.on)));
    var catalog =
        new Catalog(
            document.engine,
            document.objects,
            Dependencies.of(needs),
            columns,
            types,
            Seen.nothing());
    if (!catalog.fingerprint().value().equals(document.fingerprint)) {
      throw new IllegalArgumentException(
          "its objects have the fingerprint "
              + catalog.fingerprint().brief()
              + ", but it names "
              + new Fingerprint(document.fingerprint).brief());
    }
    return catalog;
  }

  static Fingerprint fingerprint(Catalog catalog) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(MAPPER.writeValueAsBytes(catalog.engine()));
      for (DatabaseObject object : catalog.objects()) {
        digest.update(MAPPER.writeValueAsBytes(object));
        digest.update((byte) '\n');
      }
      return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private record Document(
      int format,
      Engine engine,
      String fingerprint,
      List<DatabaseObject> objects,
      List<Columns> columns,
      @Nullable List<ViewTypes> viewTypes,
      List<Needs> needs) {}

  private record Columns(ObjectId table, List<String> names) {}

  private record ViewTypes(ObjectId view, List<String> types) {}

  private record Needs(ObjectId id, List<ObjectId> on) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "object")
  private interface Typed {}

  private static final class IdWriter extends ValueSerializer<ObjectId> {
    @Override
    public void serialize(ObjectId id, JsonGenerator json, SerializationContext context) {
      json.writeStartArray();
      json.writeString(id.kind().name());
      id.path().forEach(json::writeString);
      json.writeEndArray();
    }
  }

  private static final class IdReader extends ValueDeserializer<ObjectId> {
    @Override
    public ObjectId deserialize(JsonParser json, DeserializationContext context) {
      List<String> path = new ArrayList<>(4);
      Kind kind = Kind.valueOf(text(json));
      while (json.nextToken() != JsonToken.END_ARRAY) {
        path.add(json.getString());
      }
      return new ObjectId(kind, path);
    }

    private static String text(JsonParser json) {
      json.nextToken();
      return json.getString();
    }
  }
}
