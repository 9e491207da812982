package dev.slipway.postgres;

import dev.slipway.catalog.Comment;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Statement;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * Comments on extensions that are not their own, which their control files bring along (manual:
 * 36.17.1 Extension Files).
 */
final class ExtensionComments {

  private static final String FOREIGN =
      """
      select e.oid::bigint as oid, coalesce(d.description, '') as description
        from pg_catalog.pg_extension e
        join pg_catalog.pg_available_extensions() v on v.name = e.extname
        left join pg_catalog.pg_description d
          on d.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass and d.objoid = e.oid
       where d.description is distinct from v.comment
      """;

  private ExtensionComments() {}

  /**
   * Reads them. Where the server can't read the file of an extension, nobody knows whether the
   * comment is its own, so it is passed over; one broken file hides them all.
   */
  static void read(Reading reading) throws SQLException {
    if (!reading.has(Kind.EXTENSION)) {
      return;
    }
    Savepoint before = reading.connection().setSavepoint();
    try {
      SystemQuery.run(
          reading,
          FOREIGN,
          row -> {
            ObjectId on = reading.at("pg_extension", row.getLong("oid"), 0);
            if (on != null) {
              reading.add(Comment.of(on, row.getString("description")));
            }
          });
      reading.connection().releaseSavepoint(before);
    } catch (SQLException unreadable) {
      reading.connection().rollback(before);
    }
  }

  /** Gives an extension its own comment again, as the server's files have it. */
  static Statement restore(ObjectId extension) {
    String body =
        """
        begin
          execute %s
            || pg_catalog.quote_nullable((
              select v.comment from pg_catalog.pg_available_extensions() v where v.name = %s));
        end
        """
            .formatted(
                Quoting.literal("comment on extension " + Quoting.name(extension) + " is "),
                Quoting.literal(extension.name()));
    return Statement.of(Quoting.block(body));
  }
}
