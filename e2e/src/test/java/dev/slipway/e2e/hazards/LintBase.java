package dev.slipway.e2e.hazards;

import java.util.List;

/** The tables that the cases of strong_migrations are about. */
final class LintBase {

  /** For statements that name no table. */
  static final List<String> ANY =
      List.of(
          "create table clustered (id bigint primary key);"
              + " alter table clustered cluster on clustered_pkey");

  static final List<String> SQL =
      List.of(
          """
          create type color as enum ('red', 'green');
          create table companies (id bigint primary key);
          create table users (
            id bigint primary key,
            company_id bigint,
            name text,
            email character varying(100),
            bio character varying(100),
            city text,
            age integer,
            score numeric(10, 2),
            ip cidr,
            favorite color,
            start_at timestamp with time zone,
            end_at timestamp with time zone,
            created_at timestamp
          );
          create index index_users_on_name on users (name);
          create table orders (id integer primary key, user_id bigint);
          create extension if not exists btree_gist
          """);

  private LintBase() {}
}
