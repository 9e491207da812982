package dev.slipway.planner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A schema put together at random: for each piece one of its variants, or none; what a piece needs
 * is there. Names are hostile wherever a name can stand.
 *
 * @param chosen the statements of each piece, by its name
 */
record RandomSchema(Map<String, String> chosen) {

  /** A piece with the pieces that it needs, and its variants. */
  private record Piece(String name, List<String> needs, List<String> variants) {}

  private static final List<Piece> PIECES =
      List.of(
          piece(
              "schema",
              "",
              "create schema \"odd \"\"schema\"; comment on schema \"odd \"\"schema\" is 'it''s'"),
          piece(
              "enum",
              "schema",
              "create type \"odd \"\"schema\".\"e num\" as enum ('a', 'it''s', 'c')",
              "create type \"odd \"\"schema\".\"e num\" as enum ('it''s', 'a')",
              "create type \"odd \"\"schema\".\"e num\" as enum ('a', 'it''s', 'c', '\"d\"');"
                  + " comment on type \"odd \"\"schema\".\"e num\" is 'values'"),
          piece(
              "domain",
              "",
              "create domain \"D\" as int check (value > 0)",
              "create domain \"D\" as bigint default 4 constraint \"D_check\" check (value > 1)",
              "create domain \"D\" as int not null; comment on domain \"D\" is 'a \\ slash'"),
          piece(
              "composite",
              "domain",
              "create type \"select\" as (\"a b\" \"D\", t text)",
              "create type \"select\" as (t text collate \"C\", \"a b\" \"D\")",
              "create type \"select\" as (\"a b\" \"D\", t text, more date);"
                  + " comment on column \"select\".more is 'more'"),
          piece(
              "range",
              "",
              "create type \"r ange\" as range (subtype = int)",
              "create type \"r ange\" as range (subtype = bigint)"),
          piece(
              "table",
              "enum domain composite range",
              "create table \"T\"\"1\" (id int primary key, e \"odd \"\"schema\".\"e num\" default"
                  + " 'a', d \"D\", c \"select\", r \"r ange\", es \"odd \"\"schema\".\"e num\"[])",
              "create table \"T\"\"1\" (id bigint primary key, e \"odd \"\"schema\".\"e num\" not"
                  + " null, d \"D\" default 7, c \"select\", r \"r ange\" not null, x text default"
                  + " 'x;--')",
              "create table \"T\"\"1\" (id int primary key, e \"odd \"\"schema\".\"e"
                  + " num\", d \"D\", c \"select\", r \"r ange\", n numeric(8, 2)); comment on"
                  + " column \"T\"\"1\".n is 'n'; alter table \"T\"\"1\" enable row level"
                  + " security"),
          piece(
              "index",
              "table",
              "create index \"i dx\" on \"T\"\"1\" (e) where e = 'a'",
              "create index \"i dx\" on \"T\"\"1\" using gist (r)",
              "create unique index \"i dx\" on \"T\"\"1\" (id, d)"),
          piece(
              "check",
              "table",
              "alter table \"T\"\"1\" add constraint \"c\"\"k\" check (e <> 'a')",
              "alter table \"T\"\"1\" add constraint \"c\"\"k\" check (d > 3) not valid"),
          piece(
              "function",
              "enum",
              "create function \"F\"(\"odd \"\"schema\".\"e num\") returns text immutable language"
                  + " sql return $1::text",
              "create function \"F\"(\"odd \"\"schema\".\"e num\") returns int immutable language"
                  + " sql return length($1::text); revoke execute on function \"F\"(\"odd"
                  + " \"\"schema\".\"e num\") from public"),
          piece(
              "view",
              "table function",
              "create view \"v iew\" as select id, \"F\"(e) as f, d from \"T\"\"1\"",
              "create view \"v iew\" with (security_invoker = true) as select (c).t, r from"
                  + " \"T\"\"1\"; comment on view \"v iew\" is 'v'"),
          piece(
              "policy",
              "table",
              "create policy \"p\"\"\" on \"T\"\"1\" using (e = 'a')",
              "create policy \"p\"\"\" on \"T\"\"1\" for insert with check (d > 1)"),
          piece(
              "child",
              "table",
              "create table child (t int references \"T\"\"1\" (id), at timestamptz default now())",
              "create table child (t bigint references \"T\"\"1\" (id) on delete cascade"
                  + " deferrable)"));

  private static Piece piece(String name, String needs, String... variants) {
    return new Piece(
        name, needs.isEmpty() ? List.of() : List.of(needs.split(" ")), List.of(variants));
  }

  /** A schema of its own. */
  static RandomSchema of(Random random) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (Piece piece : PIECES) {
      boolean isPossible = chosen.keySet().containsAll(piece.needs());
      if (isPossible && random.nextInt(8) > 0) {
        chosen.put(piece.name(), piece.variants().get(random.nextInt(piece.variants().size())));
      }
    }
    return new RandomSchema(chosen);
  }

  /** Its statements in an order in which each finds what it needs. */
  String sql(Random random) {
    List<Piece> open = new ArrayList<>(PIECES);
    open.removeIf(piece -> !chosen.containsKey(piece.name()));
    List<String> done = new ArrayList<>();
    var sql = new StringBuilder();
    while (!open.isEmpty()) {
      Collections.shuffle(open, random);
      for (Piece piece : List.copyOf(open)) {
        if (done.containsAll(piece.needs())) {
          sql.append(chosen.get(piece.name())).append(";\n");
          done.add(piece.name());
          open.remove(piece);
        }
      }
    }
    return sql.toString();
  }
}
