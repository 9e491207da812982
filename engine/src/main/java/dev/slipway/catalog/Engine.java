package dev.slipway.catalog;

/** A database engine that Slipway speaks to. */
public enum Engine {
  /** PostgreSQL 15 to 18, Supabase included. */
  POSTGRESQL
}
