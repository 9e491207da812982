package dev.slipway.postgres;

import dev.slipway.catalog.Kind;

/** In which system catalog the server keeps the objects of a kind. */
final class SystemCatalogs {

  private SystemCatalogs() {}

  /**
   * Whether an object of a kind itself is kept there: a {@link Reading} also knows objects by the
   * addresses of what belongs to them.
   *
   * @param catalog the system catalog
   * @param column whether the address has the number of a column
   * @param kind the kind of the object at the address; columns of views are known as their view
   */
  static boolean holds(String catalog, boolean column, Kind kind) {
    if (column) {
      return catalog.equals("pg_class") && (kind == Kind.COLUMN || kind == Kind.VIEW);
    }
    return switch (kind) {
      case SCHEMA -> catalog.equals("pg_namespace");
      case EXTENSION -> catalog.equals("pg_extension");
      case ENUM -> catalog.equals("pg_type");
      case SEQUENCE, TABLE, INDEX, VIEW -> catalog.equals("pg_class");
      case ROUTINE -> catalog.equals("pg_proc");
      case CONSTRAINT -> catalog.equals("pg_constraint");
      case TRIGGER -> catalog.equals("pg_trigger");
      case POLICY -> catalog.equals("pg_policy");
      case PUBLICATION -> catalog.equals("pg_publication");
      case COLUMN,
          COLUMN_DEFAULT,
          SEQUENCE_OWNER,
          REPLICA_IDENTITY,
          PUBLICATION_MEMBER,
          GRANT,
          COMMENT ->
          false;
    };
  }
}
