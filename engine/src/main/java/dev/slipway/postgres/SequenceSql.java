package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Sequence;
import dev.slipway.catalog.SequenceOptions;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sequences as SQL (manual: CREATE SEQUENCE, ALTER SEQUENCE). */
final class SequenceSql implements ObjectSql<Sequence> {

  @Override
  public String systemCatalog() {
    return "pg_class";
  }

  @Override
  public String target(ObjectId id) {
    return "sequence " + Quoting.qualified(id);
  }

  @Override
  public String grantTarget(ObjectId id) {
    return "sequence " + Quoting.qualified(id);
  }

  private static final String USUAL_TYPE = "bigint";

  @Override
  public List<Statement> create(Sequence sequence, List<DatabaseObject> within) {
    var clauses = new ArrayList<String>();
    clauses.add(
        (sequence.unlogged() ? "create unlogged sequence " : "create sequence ")
            + Quoting.qualified(sequence.id()));
    if (!sequence.type().equals(USUAL_TYPE)) {
      clauses.add("as " + sequence.type());
    }
    clauses.addAll(Counting.clauses(sequence.options(), sequence.type()));
    return List.of(Statement.of(String.join(" ", clauses)));
  }

  @Override
  public List<Statement> drop(Sequence sequence) {
    return List.of(
        Statement.of(
            "drop sequence " + Quoting.qualified(sequence.id()),
            new Lock(LockMode.ACCESS_EXCLUSIVE, sequence.id())));
  }

  @Override
  public Alteration alter(Sequence before, Sequence after, Catalog from, Catalog to) {
    var clauses = new ArrayList<String>();
    clauses.add("alter sequence " + Quoting.qualified(after.id()));
    if (!before.type().equals(after.type())) {
      clauses.add("as " + after.type());
    }
    clauses.addAll(
        Counting.clauses(
            Counting.retyped(before.options(), before.type(), after.type()), after.options()));
    if (Counting.isApart(before.options(), after.options())) {
      clauses.add("restart");
    }
    var statements = new ArrayList<>(moveIntoBounds(after.id(), before.options(), after.options()));
    if (clauses.size() > 1) {
      statements.add(
          Statement.of(
              String.join(" ", clauses), new Lock(LockMode.SHARE_ROW_EXCLUSIVE, after.id())));
    }
    if (before.unlogged() != after.unlogged()) {
      statements.add(log(after.id(), !after.unlogged()));
    }
    return new Alteration.InPlace(statements, false);
  }

  /** Writes a sequence to the log or not. */
  static Statement log(ObjectId sequence, boolean logged) {
    return Statement.of(
        "alter sequence "
            + Quoting.qualified(sequence)
            + (logged ? " set logged" : " set unlogged"),
        new Lock(LockMode.ACCESS_EXCLUSIVE, sequence));
  }

  /**
   * The server refuses bounds that the last number lies outside of, be it one that was never given.
   * The number stays where it is when it fits. Where no number fits both, the sequence begins anew.
   */
  static List<Statement> moveIntoBounds(
      ObjectId sequence, SequenceOptions old, SequenceOptions now) {
    long min = Math.max(old.min(), now.min());
    long max = Math.min(old.max(), now.max());
    boolean narrows = min > old.min() || max < old.max();
    if (!narrows || min > max) {
      return List.of();
    }
    String name = Quoting.qualified(sequence);
    return List.of(
        Statement.of(
            "select pg_catalog.setval("
                + Quoting.literal(name)
                + ", greatest(least(last_value, "
                + max
                + "), "
                + min
                + "), is_called) from "
                + name,
            new Lock(LockMode.ROW_EXCLUSIVE, sequence)));
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    return List.of(
        Statement.of(
            "alter sequence " + Quoting.qualified(from) + " rename to " + Quoting.name(to),
            new Lock(LockMode.ACCESS_EXCLUSIVE, from)));
  }

  @Override
  public @Nullable String loss(Sequence before, @Nullable Sequence after) {
    return after == null
        ? "The " + before.id() + " goes, and with it the last number it gave."
        : null;
  }
}
