package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.OperatorFamily;
import dev.slipway.catalog.OperatorMember;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Operator families as SQL (manual: CREATE and ALTER OPERATOR FAMILY). */
final class OperatorFamilySql implements ObjectSql<OperatorFamily> {

  @Override
  public String systemCatalog() {
    return "pg_opfamily";
  }

  @Override
  public String target(ObjectId id) {
    return "operator family " + Quoting.qualified(id) + " using " + Quoting.name(id);
  }

  @Override
  public List<Statement> create(OperatorFamily family, List<DatabaseObject> within) {
    var statements = new ArrayList<Statement>();
    statements.add(Statement.of("create " + target(family.id())));
    statements.addAll(added(family.id(), family.members()));
    return statements;
  }

  /** Its classes would go with it; they are dropped before. */
  @Override
  public List<Statement> drop(OperatorFamily family) {
    return List.of(Statement.of("drop " + target(family.id())));
  }

  @Override
  public Alteration alter(OperatorFamily before, OperatorFamily after, Catalog from, Catalog to) {
    List<OperatorMember> gone =
        before.members().stream().filter(member -> !after.members().contains(member)).toList();
    List<OperatorMember> come =
        after.members().stream().filter(member -> !before.members().contains(member)).toList();
    var statements = new ArrayList<Statement>();
    if (!gone.isEmpty()) {
      statements.add(
          Statement.of(
              gone.stream()
                  .map(OperatorFamilySql::place)
                  .collect(
                      Collectors.joining(
                          ",\n  ", "alter " + target(after.id()) + " drop\n  ", ""))));
    }
    statements.addAll(added(after.id(), come));
    return new Alteration.InPlace(statements, false);
  }

  /** The name stands before the access method. */
  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of(
            "alter " + target(from) + " rename to " + Quoting.identifier(to.path().get(1))));
  }

  private static List<Statement> added(ObjectId id, List<OperatorMember> members) {
    return members.isEmpty()
        ? List.of()
        : List.of(
            Statement.of(
                members.stream()
                    .map(OperatorFamilySql::member)
                    .collect(
                        Collectors.joining(
                            ",\n  ",
                            "alter operator family "
                                + Quoting.qualified(id)
                                + " using "
                                + Quoting.name(id)
                                + " add\n  ",
                            ""))));
  }

  /** A member as CREATE OPERATOR CLASS and ALTER OPERATOR FAMILY add it. */
  static String member(OperatorMember member) {
    if (member.function()) {
      return place(member) + " " + member.object();
    }
    String order = member.order() == null ? "" : " for order by " + member.order();
    return "operator " + member.number() + " " + member.object() + order;
  }

  private static String place(OperatorMember member) {
    return (member.function() ? "function " : "operator ")
        + member.number()
        + " ("
        + member.types()
        + ")";
  }
}
