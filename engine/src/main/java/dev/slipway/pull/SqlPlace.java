package dev.slipway.pull;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * In which file of SQL an object is written: with the whole that it is a part of or that it speaks
 * of, in a folder for its kind.
 *
 * @param schema the schema whose folder it is in; null for the definition's own
 * @param path the file below that, without its ending
 */
record SqlPlace(@Nullable String schema, String path) {

  /** The place of an object. */
  static SqlPlace of(ObjectId id, Catalog catalog) {
    if (id.kind().home() == Kind.Home.ABOUT) {
      return of(id.subject(), catalog);
    }
    DatabaseObject object = catalog.find(id);
    ObjectId parent = object == null ? null : object.parent();
    if (id.kind() == Kind.TRIGGER && parent != null) {
      return in(parent, "triggers");
    }
    return parent == null || parent.kind() == Kind.PUBLICATION ? ofWhole(id) : of(parent, catalog);
  }

  private static SqlPlace ofWhole(ObjectId id) {
    return switch (id.kind()) {
      case ROLE, ROLE_MEMBER -> new SqlPlace(null, "roles");
      case SCHEMA -> new SqlPlace(id.name(), "schema");
      case EXTENSION -> new SqlPlace(null, "extensions");
      case LANGUAGE, TRANSFORM -> new SqlPlace(null, "languages");
      case FOREIGN_DATA_WRAPPER, FOREIGN_SERVER, USER_MAPPING ->
          new SqlPlace(null, "foreign_servers");
      case COLLATION, CONVERSION -> new SqlPlace(id.schema(), "collations");
      case BASE_TYPE, ENUM, COMPOSITE_TYPE, DOMAIN, RANGE_TYPE -> in(id, "types");
      case DOMAIN_CONSTRAINT -> new SqlPlace(id.schema(), "types/" + file(id));
      case SEQUENCE -> in(id, "sequences");
      case ROUTINE, AGGREGATE -> in(id, "functions");
      case OPERATOR, OPERATOR_FAMILY, OPERATOR_CLASS -> new SqlPlace(id.schema(), "operators");
      case CAST -> new SqlPlace(null, "casts");
      case TEXT_SEARCH_PARSER,
          TEXT_SEARCH_TEMPLATE,
          TEXT_SEARCH_DICTIONARY,
          TEXT_SEARCH_CONFIGURATION ->
          new SqlPlace(id.schema(), "text_search");
      case VIEW -> in(id, "views");
      case TABLE -> in(id, "tables");
      case COLUMN, CONSTRAINT, POLICY, RULE, TRIGGER ->
          new SqlPlace(id.schema(), "tables/" + file(id));
      case INDEX, STATISTICS -> new SqlPlace(id.schema(), "indexes");
      case EVENT_TRIGGER -> new SqlPlace(null, "event_triggers");
      case PUBLICATION, PUBLICATION_SCHEMA, PUBLICATION_MEMBER ->
          new SqlPlace(null, "publications");
      case SUBSCRIPTION -> new SqlPlace(null, "subscriptions");
      case DEFAULT_PRIVILEGES -> new SqlPlace(null, "default_privileges");
      case COLUMN_DEFAULT,
          SEQUENCE_OWNER,
          INHERITANCE,
          PARTITION,
          INDEX_PARTITION,
          CLUSTERING,
          REPLICA_IDENTITY,
          OWNER,
          GRANT,
          SECURITY_LABEL,
          COMMENT ->
          throw new IllegalStateException(id + " speaks of another object");
    };
  }

  /** By the name of the whole, also where the object is a column of a view or of a type. */
  private static SqlPlace in(ObjectId id, String folder) {
    String name = id.path().get(1);
    int arguments = id.kind().names() == Kind.Names.ROUTINES ? name.indexOf('(') : -1;
    return new SqlPlace(
        id.schema(),
        folder + "/" + JavaNames.file(arguments > 0 ? name.substring(0, arguments) : name));
  }

  private static String file(ObjectId id) {
    return JavaNames.file(id.path().get(1));
  }
}
