package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.RangeType;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Range types as SQL (manual: CREATE TYPE).
 *
 * <p>The server makes functions of the names of the range and of its multirange, and leaves them
 * alone when these are renamed or moved (manual, 8.17.2 and 8.17.6), so they go with them. Those of
 * the multirange are in the schema of the range.
 */
final class RangeTypeSql implements TypeSql<RangeType> {

  @Override
  public String systemCatalog() {
    return "pg_type";
  }

  @Override
  public String target(ObjectId id) {
    return "type " + Quoting.qualified(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return "type " + Quoting.qualified(id);
  }

  @Override
  public List<Statement> create(RangeType type, List<DatabaseObject> within) {
    var clauses = new ArrayList<String>();
    clauses.add("subtype = " + type.subtype());
    if (type.operatorClass() != null) {
      clauses.add("subtype_opclass = " + type.operatorClass());
    }
    if (type.collation() != null) {
      clauses.add("collation = " + type.collation());
    }
    if (type.difference() != null) {
      clauses.add("subtype_diff = " + type.difference());
    }
    clauses.add("multirange_type_name = " + type.multirange());
    return List.of(
        Statement.of(
            "create type %s as range (\n  %s\n)"
                .formatted(Quoting.qualified(type.id()), String.join(",\n  ", clauses))));
  }

  @Override
  public List<Statement> drop(RangeType type) {
    return List.of(Statement.of("drop type " + Quoting.qualified(type.id())));
  }

  /** The server alters nothing of a range but names. */
  @Override
  public Alteration alter(RangeType before, RangeType after, Catalog from, Catalog to) {
    return new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return catalog.find(from) instanceof RangeType range
        ? renameRange(range, from, to)
        : List.of(renameType(Quoting.qualified(from), Quoting.name(to)));
  }

  private static List<Statement> renameRange(RangeType range, ObjectId from, ObjectId to) {
    var statements = new ArrayList<Statement>();
    statements.add(renameType(Quoting.qualified(from), Quoting.name(to)));
    for (String arguments : List.of("", ", pg_catalog.text")) {
      statements.add(
          renameFunction(
              Quoting.qualified(from)
                  + "("
                  + range.subtype()
                  + ", "
                  + range.subtype()
                  + arguments
                  + ")",
              Quoting.name(to)));
    }
    return statements;
  }

  @Override
  public List<Statement> follow(RangeType type, ObjectId from, String schema) {
    String to = " set schema " + Quoting.identifier(schema);
    String range = Quoting.identifier(schema) + "." + Quoting.name(from);
    String bounds = "(" + type.subtype() + ", " + type.subtype();
    var statements = new ArrayList<Statement>();
    for (String arguments : List.of(bounds + ")", bounds + ", pg_catalog.text)")) {
      statements.add(Statement.of("alter function " + Quoting.qualified(from) + arguments + to));
    }
    String multirange = type.multirange();
    String functions = Quoting.identifier(from.schema()) + "." + AsideNames.unqualified(multirange);
    for (String arguments : List.of("()", "(" + range + ")", "(" + range + "[])")) {
      statements.add(Statement.of("alter function " + functions + arguments + to));
    }
    return statements;
  }

  @Override
  public List<String> partsOf(RangeType type) {
    return List.of(type.multirange());
  }

  /** Its multirange gets another name, another schema, or both. */
  @Override
  public List<Statement> renamePart(RangeType type, String from, String to) {
    var statements = new ArrayList<Statement>();
    String moved = from;
    if (!AsideNames.unqualified(from).equals(AsideNames.unqualified(to))) {
      statements.addAll(renameMultirange(from, to, type.id()));
      moved = AsideNames.qualifier(from) + "." + AsideNames.unqualified(to);
    }
    if (!moved.equals(to)) {
      statements.add(
          Statement.of("alter type " + moved + " set schema " + AsideNames.qualifier(to)));
    }
    return statements;
  }

  @Override
  public List<Statement> setAside(RangeType type, ObjectId aside, Catalog catalog) {
    var statements = new ArrayList<>(renameRange(type, type.id(), aside));
    statements.addAll(renameMultirange(type.multirange(), AsideNames.of(type.multirange()), aside));
    return statements;
  }

  @Override
  public List<Statement> bringBack(RangeType type, ObjectId aside, Catalog catalog) {
    var statements = new ArrayList<>(renameRange(type, aside, type.id()));
    statements.addAll(
        renameMultirange(AsideNames.of(type.multirange()), type.multirange(), type.id()));
    return statements;
  }

  /** The functions of a multirange are in the schema of its range, be it in another itself. */
  private static List<Statement> renameMultirange(String from, String to, ObjectId id) {
    String name = AsideNames.unqualified(to);
    String range = Quoting.qualified(id);
    String functions = Quoting.identifier(id.schema()) + "." + AsideNames.unqualified(from);
    var statements = new ArrayList<Statement>();
    statements.add(renameType(from, name));
    for (String arguments : List.of("()", "(" + range + ")", "(" + range + "[])")) {
      statements.add(renameFunction(functions + arguments, name));
    }
    return statements;
  }

  private static Statement renameType(String from, String to) {
    return Statement.of("alter type " + from + " rename to " + to);
  }

  private static Statement renameFunction(String from, String to) {
    return Statement.of("alter function " + from + " rename to " + to);
  }

  @Override
  public RangeType aside(RangeType type, ObjectId aside, UnaryOperator<String> types) {
    return new RangeType(
        aside,
        types.apply(type.subtype()),
        type.operatorClass(),
        type.collation(),
        type.difference(),
        AsideNames.of(type.multirange()));
  }
}
