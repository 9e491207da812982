package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.DefinedPublication;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A publication of a {@link SchemaDefinition} with options of its own; {@link
 * TableDefinition#publication} makes a table a member of it.
 */
public final class PublicationDefinition {

  private final SchemaDefinition schema;
  private final String name;
  private final List<String> schemas = new ArrayList<>();
  private boolean allTables;
  private List<String> operations = List.of();
  private boolean viaPartitionRoot;
  private @Nullable String comment;

  PublicationDefinition(SchemaDefinition schema, String name) {
    this.schema = schema;
    this.name = name;
  }

  /** Publishes every table. */
  public PublicationDefinition forAllTables() {
    open().allTables = true;
    return this;
  }

  /** Publishes every table of these schemas. */
  public PublicationDefinition forTablesIn(String... schemaNames) {
    open().schemas.addAll(List.of(schemaNames));
    return this;
  }

  /** Publishes only some of {@code insert}, {@code update}, {@code delete}, {@code truncate}. */
  public PublicationDefinition publishes(String... words) {
    open().operations = List.of(words);
    return this;
  }

  /** Publishes changes of partitions as those of the whole. */
  public PublicationDefinition viaPartitionRoot() {
    open().viaPartitionRoot = true;
    return this;
  }

  /** Gives the publication a comment in the database. */
  public PublicationDefinition comment(String text) {
    open().comment = text;
    return this;
  }

  private PublicationDefinition open() {
    schema.requireOpen("Publication " + name);
    return this;
  }

  DefinedPublication defined() {
    if (allTables && !schemas.isEmpty()) {
      throw new SlipwayException(
          DefinitionError.KEY_INVALID,
          "Publication " + name + ": it is for all tables, and for those of some schemas.",
          "Keep one of the two.");
    }
    return new DefinedPublication(name, allTables, schemas, operations, viaPartitionRoot, comment);
  }
}
