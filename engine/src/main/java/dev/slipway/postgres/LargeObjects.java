package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.CopiedTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Large objects, read in pieces by functions that need no superuser (manual, 33.4 Server-side
 * Functions), with owner, privileges and comment.
 */
final class LargeObjects {

  private static final ObjectId ID = ObjectId.of(Kind.TABLE, "pg_catalog", "pg_largeobject");
  private static final List<String> COLUMNS =
      List.of("id", "owner", "privileges", "comment", "at", "data");

  private static final String COUNT =
      """
      select pg_catalog.count(*), pg_catalog.min(oid)::bigint, pg_catalog.max(oid)::bigint
        from pg_catalog.pg_largeobject_metadata
      """;

  /** How many numbers a piece covers; objects are numbered by the server's counter of oids. */
  private static final int PIECES = 16;

  static final String RECEIVE =
      """
      create temp table if not exists slipway_large_object (
        id oid, owner text, privileges text, comment text, at bigint, data bytea)
        on commit delete rows
      """;

  static final String FILL = "copy pg_temp.slipway_large_object from stdin";

  /** The owner and the privileges follow where the roles are there. */
  static final String MAKE =
      """
      do $slipway$
      declare o record;
      begin
        for o in select distinct on (id) * from pg_temp.slipway_large_object order by id, at loop
          perform pg_catalog.lo_create(o.id);
          if o.comment is not null then
            execute pg_catalog.format('comment on large object %s is %L', o.id, o.comment);
          end if;
        end loop;
        perform pg_catalog.lo_put(id, at, data) from pg_temp.slipway_large_object
          where pg_catalog.length(data) > 0;
        for o in
          select l.id, a.privilege_type, a.is_grantable,
                 case when a.grantee = 0 then 'public' else pg_catalog.quote_ident(g.rolname) end
                   as grantee
            from (select distinct id, privileges from pg_temp.slipway_large_object
                   where privileges is not null) l,
                 lateral (
                   select split[1] as role, split[2] as letters
                     from unnest(pg_catalog.string_to_array(
                       pg_catalog.btrim(l.privileges, '{}'), ',')) item,
                          pg_catalog.regexp_match(item, '^"?(.*)=([rw*]*)/') split) i
            join lateral (
                   select case when i.role = '' then 0 else r.oid end as grantee,
                          p.privilege_type, p.is_grantable
                     from (values ('SELECT', 'r'), ('UPDATE', 'w')) k(privilege_type, letter)
                     join lateral (select k.privilege_type,
                                     pg_catalog.strpos(i.letters, k.letter || '*') > 0
                                       as is_grantable) p on true
                     left join pg_catalog.pg_roles r on r.rolname = i.role
                    where pg_catalog.strpos(i.letters, k.letter) > 0) a on true
            left join pg_catalog.pg_roles g on g.oid = a.grantee
           where a.grantee is not null
        loop
          execute pg_catalog.format('grant %s on large object %s to %s%s',
            o.privilege_type, o.id, o.grantee,
            case when o.is_grantable then ' with grant option' else '' end);
        end loop;
        for o in
          select distinct l.id, l.owner from pg_temp.slipway_large_object l
            join pg_catalog.pg_roles r on r.rolname = l.owner
           where l.owner <> current_user loop
          execute pg_catalog.format('alter large object %s owner to %I', o.id, o.owner);
        end loop;
      end
      $slipway$
      """;

  private LargeObjects() {}

  static CopiedTable of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COUNT)) {
      row.next();
      if (row.getLong(1) == 0) {
        return new CopiedTable(ID, COLUMNS, 0, List.of());
      }
      long first = row.getLong(2);
      long end = row.getLong(3) + 1;
      long step = Math.max(1, Math.ceilDiv(end - first, PIECES));
      List<String> pieces = new ArrayList<>();
      for (long from = first; from < end; from += step) {
        pieces.add(read(from, Math.min(from + step, end)));
      }
      return new CopiedTable(ID, COLUMNS, 0, pieces);
    }
  }

  /** 262144 is INV_READ, 2 is SEEK_END (src/include/libpq/libpq-fs.h); the piece is 256 KiB. */
  private static String read(long from, long end) {
    return """
    copy (
      select m.oid, pg_catalog.pg_get_userbyid(m.lomowner), m.lomacl::pg_catalog.text,
             case when p.at = 0 then pg_catalog.obj_description(m.oid, 'pg_largeobject') end,
             p.at, pg_catalog.lo_get(m.oid, p.at, 262144)
        from pg_catalog.pg_largeobject_metadata m,
             lateral pg_catalog.lo_open(m.oid, 262144) o(fd),
             lateral pg_catalog.lo_lseek64(o.fd, 0, 2) s(size),
             lateral pg_catalog.lo_close(o.fd) c,
             lateral generate_series(0::bigint, greatest(s.size - 1, 0), 262144) p(at)
       where m.oid >= %d and m.oid < %d
    ) to stdout
    """
        .formatted(from, end);
  }
}
