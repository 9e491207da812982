package dev.slipway.postgres;

import java.util.List;

/** Every kind of object and every property that is refused: an entry goes when a record comes. */
final class UnmodelledKinds {

  static final List<UnmodelledKind> ALL =
      List.of(
          UnmodelledKind.relation(
              "tablespace of", "c.relkind in ('r', 'm', 'i') and c.reltablespace <> 0"),
          UnmodelledKind.relation(
              "invalid index",
              """
              c.relkind = 'i' and exists (select from pg_catalog.pg_index i
                                           where i.indexrelid = c.oid
                                             and not (i.indisvalid and i.indisready))
              """),
          UnmodelledKind.relation(
              "disabled system triggers of table",
              """
              exists (select from pg_catalog.pg_trigger t
                       where t.tgrelid = c.oid and t.tgisinternal and t.tgenabled <> 'O')
              """),
          UnmodelledKind.inSchema(
              "range type with a canonical function",
              "pg_type",
              "typ",
              """
              exists (select from pg_catalog.pg_range r
                       where r.rngtypid = o.oid and r.rngcanonical <> 0)
              """),
          UnmodelledKind.inSchema("shell type", "pg_type", "typ", "o.typtype = 'p'"),
          UnmodelledKind.inSchema(
              "base type",
              "pg_type",
              "typ",
              """
              o.typtype = 'b'
              and not exists (select from pg_catalog.pg_type e where e.typarray = o.oid)
              """),
          new UnmodelledKind(
              "member of the server's operator family",
              0,
              """
              select null::text, array[m.amname, f.opfname]::text[], o.catalog, o.oid::bigint
                from (select 'pg_catalog.pg_amop'::pg_catalog.regclass as classid, a.oid as objid,
                             a.amopfamily as family, 'pg_operator' as catalog, a.amopopr as oid
                        from pg_catalog.pg_amop a
                      union all
                      select 'pg_catalog.pg_amproc'::pg_catalog.regclass, a.oid, a.amprocfamily,
                             'pg_proc', a.amproc
                        from pg_catalog.pg_amproc a) o
                join pg_catalog.pg_opfamily f on f.oid = o.family
                join pg_catalog.pg_am m on m.oid = f.opfmethod
               where f.oid < %1$d and o.objid >= %1$d
                 and not exists (
                   select from pg_catalog.pg_depend d
                    where d.classid = o.classid and d.objid = o.objid
                      and d.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass)
              """
                  .formatted(SystemQuery.FIRST_USER_OID)),
          UnmodelledKind.global("access method", "pg_am", "o.amname"));

  private UnmodelledKinds() {}
}
