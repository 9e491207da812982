-- Stands for what Neon provides before the first migration of a project: its roles, and where Neon Auth
-- keeps the users. Written for Slipway after Neon's documentation.

create role cloud_admin nologin;
create role neon_superuser nologin;
create role web_access nologin;
create role authenticator login noinherit;
create role authenticated nologin;
create role anonymous nologin;
grant authenticated, anonymous to authenticator;

create schema neon_auth;

create table neon_auth.users_sync (
  raw_json jsonb not null,
  id text generated always as (raw_json ->> 'id') stored not null primary key,
  name text generated always as (raw_json ->> 'display_name') stored,
  email text generated always as (raw_json ->> 'primary_email') stored,
  created_at timestamptz generated always as (
    to_timestamp(trunc((raw_json ->> 'signed_up_at_millis')::bigint::double precision / 1000))) stored,
  updated_at timestamptz,
  deleted_at timestamptz
);
