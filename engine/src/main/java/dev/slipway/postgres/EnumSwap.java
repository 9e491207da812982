package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.EnumType;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.Owner;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts an enumerated type in the place of another of the same name, with the columns of that type.
 *
 * <p>Comments and privileges of the type would go with the old one and are said again, as far as
 * they stay. Everything else that depends on the type or on one of the columns must be gone while
 * the statements run: defaults, views, conditions, indexes with conditions, foreign keys.
 */
final class EnumSwap {

  private static final int LONGEST_NAME = 63;

  private EnumSwap() {}

  static List<Statement> statements(EnumType before, EnumType after, Catalog from, Catalog to) {
    ObjectId old = aside(before.id(), from, to);
    var enums = new EnumTypeSql();
    var statements = new ArrayList<>(enums.rename(before.id(), old, from));
    statements.addAll(enums.create(after, List.of()));
    for (EnumUse use : EnumUse.inBoth(from, to, after.id())) {
      statements.add(convert(use, after.id()));
    }
    statements.add(Statement.of("drop type " + Quoting.qualified(old)));
    statements.addAll(sayAgain(before.id(), from, to));
    return statements;
  }

  private static Statement convert(EnumUse use, ObjectId type) {
    ObjectId column = use.column().id();
    String text = use.array() ? "text[]" : "text";
    String target = Quoting.qualified(type) + (use.array() ? "[]" : "");
    return Statement.of(
        "alter table %s alter column %s type %s using %s::%s::%s"
            .formatted(Quoting.qualified(column), use.name(), target, use.name(), text, target),
        new Lock(LockMode.ACCESS_EXCLUSIVE, use.column().parent()));
  }

  /** What is changed or dropped as well may be said once more by its own step. */
  private static List<Statement> sayAgain(ObjectId type, Catalog from, Catalog to) {
    var statements = new ArrayList<Statement>();
    String keptOwner = from.seen().owners().get(type);
    if (keptOwner != null) {
      statements.addAll(new OwnerSql().create(Owner.of(type, keptOwner), List.of()));
    }
    for (DatabaseObject part : to.partsOf(type)) {
      if (from.has(part.id())) {
        switch (part) {
          case Comment comment -> statements.addAll(new CommentSql().create(comment, List.of()));
          case Owner owner -> statements.addAll(new OwnerSql().create(owner, List.of()));
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
