package dev.slipway.postgres;

/**
 * A kind of object, or a property of one, that the catalog has no record for.
 *
 * @param words what it is, in words that stand before its name
 * @param since the first major version of the server whose system catalogs have it
 * @param sql a query of {@code schema} (null where it has none), {@code path} (its names, outermost
 *     first), and {@code catalog} and {@code oid} of the object that an extension would own
 */
record UnmodelledKind(String words, int since, String sql) {

  /** Relations, by a condition on {@code c} (pg_class). */
  static UnmodelledKind relation(String words, String condition) {
    return new UnmodelledKind(
        words,
        0,
        """
        select n.nspname::text as schema, array[n.nspname, c.relname]::text[] as path,
               'pg_class' as catalog, c.oid::bigint as oid
          from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where %s and (%s)
        """
            .formatted(SystemQuery.USER_SCHEMA, condition));
  }

  /** Columns of tables, by a condition on {@code a} (pg_attribute) and {@code t} (pg_type). */
  static UnmodelledKind column(String words, String condition) {
    return new UnmodelledKind(
        words,
        0,
        """
        select n.nspname::text, array[n.nspname, c.relname, a.attname]::text[],
               'pg_class', c.oid::bigint
          from pg_catalog.pg_attribute a
          join pg_catalog.pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'm', 'i')
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
          join pg_catalog.pg_type t on t.oid = a.atttypid
         where a.attnum > 0 and not a.attisdropped and %s and (%s)
        """
            .formatted(SystemQuery.USER_SCHEMA, condition));
  }

  /** Constraints of tables, by a condition on {@code k} (pg_constraint). */
  static UnmodelledKind constraint(String words, int since, String condition) {
    return new UnmodelledKind(
        words,
        since,
        """
        select n.nspname::text, array[n.nspname, c.relname, k.conname]::text[],
               'pg_class', c.oid::bigint
          from pg_catalog.pg_constraint k
          join pg_catalog.pg_class c on c.oid = k.conrelid
          join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where %s and (%s)
        """
            .formatted(SystemQuery.USER_SCHEMA, condition));
  }

  /**
   * What lives in a schema and has a name of its own.
   *
   * @param catalog its system catalog
   * @param prefix what the names of that catalog's columns begin with
   * @param condition on {@code o}, the system catalog
   */
  static UnmodelledKind inSchema(String words, String catalog, String prefix, String condition) {
    return new UnmodelledKind(
        words,
        0,
        """
        select n.nspname::text, array[n.nspname, o.%2$sname]::text[], '%1$s', o.oid::bigint
          from pg_catalog.%1$s o
          join pg_catalog.pg_namespace n on n.oid = o.%2$snamespace
         where %3$s and (%4$s)
        """
            .formatted(catalog, prefix, SystemQuery.USER_SCHEMA, condition));
  }

  /**
   * What lives in no schema and did not come with the server.
   *
   * @param catalog its system catalog
   * @param name its name, an expression on {@code o}
   */
  static UnmodelledKind global(String words, String catalog, String name) {
    return global(words, catalog, name, "true");
  }

  static UnmodelledKind global(String words, String catalog, String name, String condition) {
    return new UnmodelledKind(
        words,
        0,
        """
        select null::text, array[%2$s]::text[], '%1$s', o.oid::bigint
          from pg_catalog.%1$s o
         where o.oid >= 16384 and (%3$s)
        """
            .formatted(catalog, name, condition));
  }
}
