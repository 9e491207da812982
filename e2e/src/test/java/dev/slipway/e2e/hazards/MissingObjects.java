package dev.slipway.e2e.hazards;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** What would have to be there for a statement that the server refused, from what it said. */
final class MissingObjects {

  private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[a-z_][\\w.]*)";

  private static final String COLUMN =
      "column \"(.+)\" (?:referenced in foreign key constraint |named in key )?does not exist";

  private MissingObjects() {}

  /** A statement that makes what is missing and was not tried yet; null when nobody knows. */
  static @Nullable String repair(
      ServerErrorMessage error, String sql, String script, List<String> tried) {
    String made = first(error, sql, script);
    String other =
        made != null && tried.contains(made)
            ? referenced(String.valueOf(error.getMessage()), sql)
            : null;
    return other == null ? made : other;
  }

  private static @Nullable String first(ServerErrorMessage error, String sql, String script) {
    String message = String.valueOf(error.getMessage());
    String detail = String.valueOf(error.getDetail());
    String made = ofColumns(message, sql);
    if (made == null) {
      made = ofKeys(message, detail, sql);
    }
    if (made == null) {
      made = ofTypes(message, sql);
    }
    if (made == null) {
      made = ofConstraints(message, sql, script);
    }
    return made == null ? ofRelations(message, sql) : made;
  }

  private static @Nullable String ofRelations(String message, String sql) {
    String schema = group(message, "schema \"(.+)\" does not exist");
    if (schema != null) {
      String made = "create schema " + quoted(schema);
      return group(sql, "(?i)(reindex)") == null
          ? made
          : made + "; create table " + quoted(schema) + ".indexed (id bigint primary key)";
    }
    String clustered = group(message, "no previously clustered index for table \"(.+)\"");
    if (clustered != null) {
      return "create index clustering on %1$s ((1)); cluster %1$s using clustering"
          .replace("((1))", "(slipway_fixture)")
          .formatted(quoted(clustered));
    }
    String index = group(message, "index \"(.+)\" does not exist");
    String relation = group(message, "(?:relation|table) \"(.+)\" does not exist");
    if (relation != null && group(sql, "(?i)(reindex.* table )") != null) {
      return "create table " + qualified(relation) + " (id bigint primary key)";
    }
    if (index != null
        || (relation != null
            && group(sql, "(?i)\\b(?:drop|reindex)(?: \\([^)]*\\))? (index)\\b") != null)) {
      String name = index == null ? relation : index;
      String table = main(sql);
      boolean isOfTable = group(sql, "(?i)(using index)") != null && table != null;
      return isOfTable
          ? "alter table %1$s add column key_of_%2$s bigint not null default 1; create unique index %3$s on %1$s (key_of_%2$s)"
              .formatted(
                  table,
                  Integer.toUnsignedString(String.valueOf(name).hashCode()),
                  quoted(String.valueOf(name)))
          : "create table if not exists indexed (slipway_fixture bigint); create index %s on indexed (slipway_fixture)"
              .formatted(quoted(String.valueOf(name)));
    }
    Matcher detached =
        Pattern.compile("(?i)alter table " + NAME + " detach partition " + NAME).matcher(sql);
    if (relation != null && detached.find()) {
      return "create table %1$s (id integer) partition by range (id); create table %2$s partition of %1$s for values from (0) to (9)"
          .formatted(detached.group(1), detached.group(2));
    }
    if (relation != null) {
      return "create table " + qualified(relation) + " (slipway_fixture bigint)";
    }
    String role = group(message, "role \"(.+)\" does not exist");
    return role == null ? null : "create role " + quoted(role);
  }

  private static @Nullable String ofColumns(String message, String sql) {
    Matcher of =
        Pattern.compile("column \"(.+)\" of relation \"(.+)\" does not exist").matcher(message);
    if (of.find()) {
      String table = main(sql);
      return "alter table %s add column %s %s"
          .formatted(
              table == null ? quoted(of.group(2)) : table, quoted(of.group(1)), typeFor(sql));
    }
    Matcher plain = Pattern.compile("column (\\w+)\\.(\\w+) does not exist").matcher(message);
    if (plain.find()) {
      return "alter table %s add column %s text".formatted(plain.group(1), plain.group(2));
    }
    String column = group(message, COLUMN);
    String table = main(sql);
    boolean isReferenced =
        column != null
            && (table == null
                || group(sql, "(?is)foreign key\\s*\\(\\s*\"?(" + Pattern.quote(column) + ")\"?")
                    == null);
    String referenced = isReferenced ? referenced(message, sql) : null;
    return referenced != null || column == null || table == null
        ? referenced
        : "alter table %s add column if not exists %s %s"
            .formatted(table, quoted(column), typeFor(sql));
  }

  /** The column that a foreign key points at. */
  private static @Nullable String referenced(String message, String sql) {
    String column = group(message, COLUMN);
    if (column == null) {
      return null;
    }
    Matcher referenced =
        Pattern.compile(
                "(?is)references " + NAME + "\\s*\\(\\s*\"?" + Pattern.quote(column) + "\"?\\s*\\)")
            .matcher(sql);
    return referenced.find()
        ? "alter table %1$s add column %2$s integer; alter table %1$s add unique (%2$s)"
            .formatted(referenced.group(1), quoted(column))
        : null;
  }

  /** A type that the statement can work on. */
  private static String typeFor(String sql) {
    return group(sql, "(?i)\\btype (timestamp)") != null
        ? "timestamp with time zone"
        : group(sql, "(?i)(drop not null)") != null ? "integer not null default 0" : "integer";
  }

  private static @Nullable String ofKeys(String message, String detail, String sql) {
    Matcher referenced =
        Pattern.compile("(?is)references " + NAME + "\\s*\\(\\s*" + NAME + "\\s*\\)").matcher(sql);
    if (message.contains("no unique constraint matching") && referenced.find()) {
      return "alter table %s add unique (%s)".formatted(referenced.group(1), referenced.group(2));
    }
    String type = group(detail, "incompatible types: (.+) and .+\\.");
    if (type != null && referenced.find()) {
      return "alter table %1$s alter column %2$s type %3$s using null"
          .formatted(referenced.group(1), referenced.group(2), type);
    }
    String noKey = group(message, "there is no primary key for referenced table \"(.+)\"");
    return noKey == null
        ? null
        : "alter table " + quoted(noKey) + " add column id bigint primary key";
  }

  private static @Nullable String ofTypes(String message, String sql) {
    String type = group(message, "type \"(.+)\" does not exist");
    if (type != null) {
      return group(sql, "(?i)\\b(domain)\\b") != null && !type.equals("t")
          ? "create domain " + qualified(type) + " as numeric"
          : type.equals("t")
              ? "create domain t as integer"
              : "create type " + qualified(type) + " as enum ('existing_value', 'other_value')";
    }
    Matcher value = Pattern.compile("invalid input value for enum (.+): \"(.+)\"").matcher(message);
    if (value.find()) {
      return "alter type " + value.group(1) + " add value '" + value.group(2) + "'";
    }
    Matcher function = Pattern.compile("function (\\w+)\\((.*)\\) does not exist").matcher(message);
    if (function.find()) {
      String result = group(sql, "(?is)add column \\S+ (\\w+) default");
      return "create function public.%s(%s) returns %s language plpgsql volatile as 'begin return null; end'"
          .formatted(function.group(1), function.group(2), result);
    }
    Matcher mismatch =
        Pattern.compile("is of type (.+) but default expression is of type (.+)").matcher(message);
    return mismatch.find()
        ? "create cast (%s as %s) with inout as assignment"
            .formatted(mismatch.group(2), mismatch.group(1))
        : null;
  }

  private static @Nullable String ofConstraints(String message, String sql, String script) {
    Matcher of =
        Pattern.compile(
                "constraint \"(.+)\" (?:of relation|of domain|for domain) \"?([^\"]+)\"? does not"
                    + " exist")
            .matcher(message);
    if (!of.find()) {
      return null;
    }
    boolean isDomain = message.contains("domain");
    String column = group(script, "(?is)alter column\\s+(\\w+)\\s+set not null");
    return isDomain
        ? "alter domain %s add constraint %s check (value is not null) not valid"
            .formatted(quoted(of.group(2)), quoted(of.group(1)))
        : column == null
            ? "alter table %s add constraint %s check (slipway_fixture > 0) not valid"
                .formatted(main(sql), quoted(of.group(1)))
            : "alter table %1$s add column if not exists %3$s bigint; alter table %1$s add constraint %2$s check (%3$s is not null) not valid"
                .formatted(main(sql), quoted(of.group(1)), quoted(column));
  }

  /** The table that a statement is about. */
  private static @Nullable String main(String sql) {
    return group(
        sql,
        "(?is)(?:alter table(?: if exists)?(?: only)? |update |insert into |delete from | on"
            + " (?!column))"
            + NAME);
  }

  private static @Nullable String group(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** What the server calls by two names has a dot between them. */
  private static String qualified(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? quoted(name)
        : quoted(name.substring(0, dot)) + "." + quoted(name.substring(dot + 1));
  }
}
