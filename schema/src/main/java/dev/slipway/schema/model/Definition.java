package dev.slipway.schema.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * A whole schema definition: its tables, and what is not a table.
 *
 * @param schemas the schemas with their sequences and types
 * @param tables the tables
 */
public record Definition(List<DefinedSchema> schemas, List<DefinedTable> tables) {

  /** Keeps copies of the lists. */
  public Definition {
    schemas = List.copyOf(schemas);
    tables = List.copyOf(tables);
  }

  /**
   * The types that it makes, those of columns and those that stand alone, each after those that it
   * is made of. A type that is defined twice is there as often as its definitions differ.
   */
  public List<ColumnType.Made> types() {
    return everyType()
        .filter(ColumnType.Made.class::isInstance)
        .map(ColumnType.Made.class::cast)
        .distinct()
        .toList();
  }

  /** The types of extensions that its columns, domains and composite types use, each once. */
  public List<ColumnType.OfExtension> extensionTypes() {
    return everyType()
        .filter(ColumnType.OfExtension.class::isInstance)
        .map(ColumnType.OfExtension.class::cast)
        .distinct()
        .toList();
  }

  private Stream<ColumnType> everyType() {
    Stream<ColumnType> alone =
        schemas.stream()
            .flatMap(schema ->
                Stream.concat(
                    schema.types().stream(),
                    schema.domains().stream().map(ColumnType.OfDomain::new)));
    Stream<ColumnType> ofColumns =
        tables.stream().flatMap(table -> table.columns().stream()).map(DefinedColumn::type);
    return Stream.concat(alone, ofColumns).flatMap(ColumnType::parts);
  }

  /** A definition of tables alone. */
  public static Definition of(List<DefinedTable> tables) {
    return new Definition(List.of(), tables);
  }
}
