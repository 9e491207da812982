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
 * alone when these are renamed (manual, 8.17.2 and 8.17.6), so they are renamed as well.
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
  public List<Statement> setAside(RangeType type, ObjectId aside, Catalog catalog) {
    var statements = new ArrayList<>(renameRange(type, type.id(), aside));
    String range = Quoting.qualified(aside);
    statements.addAll(renameMultirange(type.multirange(), AsideNames.of(type.multirange()), range));
    return statements;
  }

  @Override
  public List<Statement> bringBack(RangeType type, ObjectId aside, Catalog catalog) {
    var statements = new ArrayList<>(renameRange(type, aside, type.id()));
    String range = Quoting.qualified(type.id());
    statements.addAll(renameMultirange(AsideNames.of(type.multirange()), type.multirange(), range));
    return statements;
  }

  private static List<Statement> renameMultirange(String from, String to, String range) {
    String name = AsideNames.unqualified(to);
    var statements = new ArrayList<Statement>();
    statements.add(renameType(from, name));
    for (String arguments : List.of("()", "(" + range + ")", "(" + range + "[])")) {
      statements.add(renameFunction(from + arguments, name));
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
