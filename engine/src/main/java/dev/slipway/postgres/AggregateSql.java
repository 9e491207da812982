package dev.slipway.postgres;

import dev.slipway.catalog.Aggregate;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;

/** Aggregates as SQL (manual: CREATE AGGREGATE). The statements take no lock on a table. */
final class AggregateSql implements ObjectSql<Aggregate> {

  @Override
  public String systemCatalog() {
    return "pg_proc";
  }

  /** Direct and ordered arguments may be told without the words between them. */
  @Override
  public String target(ObjectId id) {
    Signature signature = Signature.of(id);
    return "aggregate "
        + (signature.types().isEmpty()
            ? Quoting.identifier(id.schema()) + "." + Quoting.identifier(signature.name()) + "(*)"
            : Signature.qualified(id));
  }

  @Override
  public String grantTarget(ObjectId id) {
    return "routine " + Signature.qualified(id);
  }

  @Override
  public List<Statement> create(Aggregate aggregate, List<DatabaseObject> within) {
    return List.of(Statement.of("create " + definition(aggregate)));
  }

  @Override
  public List<Statement> drop(Aggregate aggregate) {
    return List.of(Statement.of("drop " + target(aggregate.id())));
  }

  /** Names and modes of arguments, the result and the form can't be replaced. */
  @Override
  public Alteration alter(Aggregate before, Aggregate after, Catalog from, Catalog to) {
    boolean replaces =
        before.arguments().equals(after.arguments())
            && before.result().equals(after.result())
            && before.hypothetical() == after.hypothetical();
    return replaces
        ? new Alteration.InPlace(
            List.of(Statement.of("create or replace " + definition(after))), false)
        : new Alteration.Recreate();
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of(
            "alter " + target(from) + " rename to " + Quoting.identifier(Signature.of(to).name())));
  }

  private static String definition(Aggregate aggregate) {
    var options = new ArrayList<>(aggregate.options());
    if (aggregate.hypothetical()) {
      options.add("hypothetical");
    }
    return "aggregate "
        + Quoting.identifier(aggregate.id().schema())
        + "."
        + Quoting.identifier(Signature.of(aggregate.id()).name())
        + "("
        + (aggregate.arguments().isEmpty() ? "*" : aggregate.arguments())
        + ") (\n  "
        + String.join(",\n  ", options)
        + "\n)";
  }
}
