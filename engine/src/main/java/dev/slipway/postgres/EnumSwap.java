package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ColumnDefault;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts an enumerated type in the place of another of the same name, with the columns of that type.
 *
 * <p>Comments and privileges of the type would go with the old one and are said again, as far as
 * they stay. Everything else that depends on the type or on one of the columns must be gone while
 * the statements run: views, conditions, indexes with conditions, foreign keys.
 */
final class EnumSwap {

  private static final int LONGEST_NAME = 63;

  private EnumSwap() {}

  static List<Statement> statements(EnumType before, EnumType after, Catalog from, Catalog to) {
    ObjectId old = aside(before.id(), from, to);
    var enums = new EnumTypeSql();
    var statements = new ArrayList<>(enums.rename(before.id(), old, from));
    statements.addAll(enums.create(after, List.of()));
    for (EnumUse use : EnumUse.in(from, before.id())) {
      if (EnumUse.in(to, after.id()).stream().anyMatch(same -> isSame(same, use))) {
        statements.addAll(convert(use, after.id(), from, to));
      }
    }
    statements.add(Statement.of("drop type " + Quoting.qualified(old)));
    statements.addAll(sayAgain(before.id(), from, to));
    return statements;
  }

  private static boolean isSame(EnumUse one, EnumUse other) {
    return one.column().id().equals(other.column().id()) && one.array() == other.array();
  }

  private static List<Statement> convert(EnumUse use, ObjectId type, Catalog from, Catalog to) {
    ObjectId column = use.column().id();
    var lock = new Lock(LockMode.ACCESS_EXCLUSIVE, use.column().parent());
    String alter = "alter table " + Quoting.qualified(column) + " alter column " + use.name() + " ";
    @Nullable ColumnDefault now = defaultOf(column, from);
    @Nullable ColumnDefault then = defaultOf(column, to);
    String text = use.array() ? "text[]" : "text";
    String target = Quoting.qualified(type) + (use.array() ? "[]" : "");
    var statements = new ArrayList<Statement>();
    if (now != null || then != null) {
      statements.add(Statement.of(alter + "drop default", lock));
    }
    statements.add(
        Statement.of(
            alter + "type " + target + " using " + use.name() + "::" + text + "::" + target, lock));
    if (then != null) {
      statements.add(Statement.of(alter + "set default " + then.expression(), lock));
    }
    return statements;
  }

  private static @Nullable ColumnDefault defaultOf(ObjectId column, Catalog catalog) {
    return catalog.find(ObjectId.about(Kind.COLUMN_DEFAULT, column)) instanceof ColumnDefault value
        ? value
        : null;
  }

  /** What is changed or dropped as well may be said once more by its own step. */
  private static List<Statement> sayAgain(ObjectId type, Catalog from, Catalog to) {
    var statements = new ArrayList<Statement>();
    for (DatabaseObject part : to.partsOf(type)) {
      if (from.has(part.id())) {
        switch (part) {
          case Comment comment -> statements.addAll(new CommentSql().create(comment, List.of()));
          case Grant grant -> statements.addAll(new GrantSql().create(grant, List.of()));
          default -> throw new IllegalStateException("part of an enum: " + part);
        }
      }
    }
    return statements;
  }

  /** A name that is free on both sides and not cut by the server. */
  private static ObjectId aside(ObjectId type, Catalog from, Catalog to) {
    for (int i = 0; ; i++) {
      String suffix = i == 0 ? "__old" : "__old" + i;
      String name = type.name();
      while (bytes(name) + suffix.length() > LONGEST_NAME) {
        name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
      }
      ObjectId id = type.withName(name + suffix);
      if (isFree(id, from) && isFree(id, to)) {
        return id;
      }
    }
  }

  /** Tables and views have types of their names. */
  private static boolean isFree(ObjectId id, Catalog catalog) {
    return !catalog.has(id)
        && !catalog.has(new ObjectId(Kind.TABLE, id.path()))
        && !catalog.has(new ObjectId(Kind.VIEW, id.path()));
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
