package dev.slipway.postgres;

import dev.slipway.catalog.Comment;
import dev.slipway.catalog.Identity;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the comments on everything that was read before.
 *
 * <p>Left out is what the server itself says: the comments that extensions bring along, and the one
 * on the schema {@code public}.
 */
final class CommentReader implements ObjectReader {

  private static final String COMMENTS =
      """
      select d.classoid::pg_catalog.regclass::text as catalog, d.objoid::bigint as oid,
             d.objsubid as number, d.description, a.attname,
             c.relkind is not distinct from 'm' as is_materialized,
             coalesce(c.relkind in ('i', 'I'), false) as is_index
        from (select classoid, objoid, objsubid, description from pg_catalog.pg_description
              union all
              select classoid, objoid, 0, description from pg_catalog.pg_shdescription
               where classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass) d
        left join pg_catalog.pg_class c
          on d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass and c.oid = d.objoid
        left join pg_catalog.pg_attribute a
          on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
       where d.description <> ''
         and (d.objoid >= %d or d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass)
      """
          .formatted(SystemQuery.FIRST_USER_OID);

  @Override
  public void read(Reading reading) throws SQLException {
    SystemQuery.run(
        reading,
        COMMENTS,
        row -> {
          ObjectId on =
              reading.at(row.getString("catalog"), row.getLong("oid"), row.getInt("number"));
          ObjectId id = on == null ? null : id(on, row);
          if (on != null && id != null) {
            reading.add(new Comment(id, on, row.getString("description")));
          }
        });
    ExtensionComments.read(reading);
  }

  /** Null where the comment is on something else which the object holds, or is the server's. */
  private static @Nullable ObjectId id(ObjectId on, ResultSet row) throws SQLException {
    boolean column = row.getInt("number") > 0;
    if (on.kind() == Kind.CONSTRAINT && row.getBoolean("is_index")) {
      return Said.aboutIndexOf(Kind.COMMENT, on);
    }
    if (on.kind() == Kind.COLUMN && row.getString("catalog").equals("pg_constraint")) {
      return Said.aboutNotNull(Kind.COMMENT, on);
    }
    if (IdentitySequence.isAt(row.getString("catalog"), row.getInt("number"), on)) {
      return Identity.aboutSequence(Kind.COMMENT, on);
    }
    if (!PostgresRenderer.isKeptIn(row.getString("catalog"), column, on.kind())
        || on.kind() == Kind.EXTENSION
        || (on.equals(ObjectId.of(Kind.SCHEMA, "public"))
            && row.getString("description").equals(CommentSql.COMMENT_ON_PUBLIC))) {
      return null;
    }
    if (column && on.kind() == Kind.COMPOSITE_TYPE) {
      return Said.aboutViewColumn(Kind.COMMENT, on, row.getString("attname"));
    }
    if (on.kind() != Kind.VIEW) {
      return ObjectId.about(Kind.COMMENT, on);
    }
    if (column) {
      return Said.aboutViewColumn(Kind.COMMENT, on, row.getString("attname"));
    }
    return row.getBoolean("is_materialized")
        ? Said.aboutMaterialized(Kind.COMMENT, on)
        : ObjectId.about(Kind.COMMENT, on);
  }
}
