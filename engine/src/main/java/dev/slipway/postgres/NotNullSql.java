package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Column;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.NotNull;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That columns refuse null, as SQL (manual: ALTER TABLE; since version 18 it has a name). */
final class NotNullSql {

  private static final int LONGEST_NAME = 63;
  private static final String SUFFIX = "not_null";

  private NotNullSql() {}

  /** The clause within the definition of a column; empty where it can't be said there. */
  static String clause(Column column) {
    NotNull how = how(column);
    if (!column.notNull() || how.unchecked()) {
      return "";
    }
    return (how.name() == null ? "" : " constraint " + Quoting.identifier(how.name()))
        + " not null"
        + (how.alone() ? " no inherit" : "");
  }

  /** What a new column needs beside its definition. */
  static List<Statement> of(Column column) {
    return column.notNull() && how(column).unchecked() ? List.of(add(column)) : List.of();
  }

  /** What leads from one column to another. */
  static List<Statement> change(Column before, Column after, Catalog from, Catalog to) {
    ObjectId id = after.id();
    if (!after.notNull()) {
      return before.notNull() ? List.of(ColumnSql.change(id, "drop not null")) : List.of();
    }
    NotNull old = how(before);
    NotNull now = how(after);
    if (!before.notNull()) {
      return List.of(add(after));
    }
    boolean isRenamed = !Objects.equals(old.name(), now.name());
    if (old.alone() != now.alone()
        || (now.unchecked() && !old.unchecked())
        || (isRenamed && !canBeRenamed(before, from))) {
      var statements = new ArrayList<Statement>();
      statements.add(ColumnSql.change(id, "drop not null"));
      statements.add(add(after));
      ObjectId said = Said.aboutNotNull(Kind.COMMENT, id);
      if (from.has(said) && to.find(said) instanceof Comment comment) {
        statements.addAll(new CommentSql().create(comment, List.of()));
      }
      return statements;
    }
    var statements = new ArrayList<Statement>();
    if (isRenamed) {
      statements.add(rename(before, after));
    }
    if (old.unchecked() && !now.unchecked()) {
      statements.add(ColumnSql.change(id, "set not null"));
    }
    return statements;
  }

  /** The statement of {@link #change} that asks every row; null where it is but taken over. */
  static @Nullable Statement adding(Column before, Column after) {
    NotNull how = how(after);
    return after.notNull() && !before.notNull() && !how.unchecked() && !how.alone()
        ? add(after)
        : null;
  }

  /**
   * The server renames the constraints of heirs along, if they have the same name; but those of a
   * key can't be made anew.
   */
  private static boolean canBeRenamed(Column column, Catalog in) {
    return in.inheritorsOf(column.parent()).isEmpty()
        || in.partsOf(column.parent()).stream()
            .anyMatch(part ->
                part instanceof Constraint key
                    && key.type() == Constraint.Type.PRIMARY_KEY
                    && key.columns().contains(column.id().name()));
  }

  private static Statement add(Column column) {
    NotNull how = how(column);
    if (how.equals(NotNull.USUAL)) {
      return ColumnSql.change(column.id(), "set not null");
    }
    return Statement.of(
        "alter table "
            + Quoting.qualified(column.id())
            + " add "
            + (how.name() == null ? "" : "constraint " + Quoting.identifier(how.name()) + " ")
            + "not null "
            + Quoting.name(column.id())
            + (how.alone() ? " no inherit" : "")
            + (how.unchecked() ? " not valid" : ""),
        TableSql.exclusive(column.parent()));
  }

  private static Statement rename(Column before, Column after) {
    ObjectId id = after.id();
    String old = how(before).name();
    String name = how(after).name();
    String now = Quoting.identifier(name == null ? usualName(id) : name);
    String alter = "alter table " + Quoting.qualified(id) + " rename constraint ";
    return Statement.of(
        old == null
            ? whatever(id, alter, " to " + now)
            : alter + Quoting.identifier(old) + " to " + now,
        TableSql.exclusive(after.parent()));
  }

  /** A comment on the constraint, whose name may have changed before or not. */
  static String comment(ObjectId column, String text) {
    return whatever(
        column, "comment on constraint ", " on " + Quoting.qualified(column) + " is " + text);
  }

  /** A statement about the constraint, whatever its name: the server is asked for it. */
  private static String whatever(ObjectId column, String begin, String end) {
    String body =
        """
        begin
          execute (
            select %s || pg_catalog.quote_ident(k.conname) || %s
              from pg_catalog.pg_constraint k
              join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
             where k.contype = 'n' and k.conrelid = %s::pg_catalog.regclass and a.attname = %s);
        end
        """
            .formatted(
                Quoting.literal(begin),
                Quoting.literal(end),
                Quoting.literal(Quoting.qualified(column)),
                Quoting.literal(column.name()));
    return Quoting.block(body);
  }

  private static NotNull how(Column column) {
    NotNull how = column.notNullAs();
    return how == null ? NotNull.USUAL : how;
  }

  /** What the server would call it, which cuts the longer of both names (makeObjectName). */
  private static String usualName(ObjectId column) {
    String table = column.path().get(1);
    String name = column.name();
    int room = LONGEST_NAME - SUFFIX.length() - 2;
    while (bytes(table) + bytes(name) > room) {
      if (bytes(table) > bytes(name)) {
        table = table.substring(0, table.offsetByCodePoints(table.length(), -1));
      } else {
        name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
      }
    }
    return table + "_" + name + "_" + SUFFIX;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
