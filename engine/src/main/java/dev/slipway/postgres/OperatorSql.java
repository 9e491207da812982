package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Operator;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Operators as SQL (manual: CREATE OPERATOR, ALTER OPERATOR). Their names need no quotes, since no
 * letter can be in them.
 */
final class OperatorSql implements ObjectSql<Operator> {

  @Override
  public String systemCatalog() {
    return "pg_operator";
  }

  @Override
  public String target(ObjectId id) {
    Signature signature = Signature.of(id);
    return "operator " + name(id) + " (" + signature.types() + ")";
  }

  /**
   * A commutator or negator that isn't there yet is declared by this, and defined by its own
   * statement.
   */
  @Override
  public List<Statement> create(Operator operator, List<DatabaseObject> within) {
    List<String> types = Signature.of(operator.id()).typeList();
    var options = new ArrayList<String>();
    options.add("function = " + operator.function());
    if (!types.get(0).equals("NONE")) {
      options.add("leftarg = " + types.get(0));
    }
    options.add("rightarg = " + types.get(1));
    add(options, "commutator", operator.commutator());
    add(options, "negator", operator.negator());
    add(options, "restrict", operator.restrict());
    add(options, "join", operator.join());
    if (operator.hashes()) {
      options.add("hashes");
    }
    if (operator.merges()) {
      options.add("merges");
    }
    return List.of(
        Statement.of(
            "create operator "
                + name(operator.id())
                + " (\n  "
                + String.join(",\n  ", options)
                + "\n)"));
  }

  /** What it declared would stay, and keep its types and its schema from being dropped. */
  @Override
  public List<Statement> drop(Operator operator) {
    var statements = new ArrayList<Statement>();
    statements.add(Statement.of("drop " + target(operator.id())));
    for (String declared : operator.declared()) {
      statements.add(Statement.of("drop operator if exists " + declared));
    }
    return statements;
  }

  /**
   * Only the estimators can be changed in every version, and back. Who defines what was declared,
   * or drops it, changes what the other knows of it: then it is told again.
   */
  @Override
  public Alteration alter(Operator before, Operator after, Catalog from, Catalog to) {
    if (!withEstimatorsOf(before, after).equals(after)) {
      return new Alteration.Recreate();
    }
    var settings = new ArrayList<String>();
    if (!Objects.equals(before.restrict(), after.restrict())) {
      settings.add("restrict = " + orNone(after.restrict()));
    }
    if (!Objects.equals(before.join(), after.join())) {
      settings.add("join = " + orNone(after.join()));
    }
    return new Alteration.InPlace(
        List.of(
            Statement.of(
                "alter " + target(after.id()) + " set (" + String.join(", ", settings) + ")")),
        false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static Operator withEstimatorsOf(Operator operator, Operator other) {
    return new Operator(
        operator.id(),
        operator.function(),
        operator.commutator(),
        operator.negator(),
        other.restrict(),
        other.join(),
        operator.hashes(),
        operator.merges(),
        operator.declared());
  }

  private static void add(List<String> options, String name, @Nullable String value) {
    if (value != null) {
      options.add(name + " = " + value);
    }
  }

  private static String orNone(@Nullable String function) {
    return function == null ? "none" : function;
  }

  private static String name(ObjectId id) {
    return Quoting.identifier(id.schema()) + "." + Signature.of(id).name();
  }
}
