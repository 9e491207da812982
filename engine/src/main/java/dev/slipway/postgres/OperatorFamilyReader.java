package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.OperatorClass;
import dev.slipway.catalog.OperatorFamily;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;

/** Reads operator families and operator classes, which share the query of their members. */
final class OperatorFamilyReader implements ObjectReader {

  private static final String FAMILIES =
      """
      select f.oid::bigint as oid, n.nspname, f.opfname, m.amname
        from pg_catalog.pg_opfamily f
        join pg_catalog.pg_am m on m.oid = f.opfmethod
        join pg_catalog.pg_namespace n on n.oid = f.opfnamespace
       where %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  private static final String CLASSES =
      """
      select c.oid::bigint as oid, n.nspname, c.opcname, m.amname, c.opcdefault as is_default,
             pg_catalog.format_type(c.opcintype, null) as type,
             pg_catalog.format_type(nullif(c.opckeytype, 0), null) as storage,
             pg_catalog.format('%%I.%%I', fn.nspname, f.opfname) as family
        from pg_catalog.pg_opclass c
        join pg_catalog.pg_am m on m.oid = c.opcmethod
        join pg_catalog.pg_namespace n on n.oid = c.opcnamespace
        join pg_catalog.pg_opfamily f on f.oid = c.opcfamily
        join pg_catalog.pg_namespace fn on fn.oid = f.opfnamespace
       where %s
      """
          .formatted(SystemQuery.USER_SCHEMA);

  @Override
  public void read(Reading reading) throws SQLException {
    OperatorMembers members = OperatorMembers.read(reading);
    SystemQuery.run(
        reading,
        FAMILIES,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            var address = new Address("pg_opfamily", row.getLong("oid"), 0);
            ObjectId id =
                ObjectId.of(
                    Kind.OPERATOR_FAMILY,
                    schema,
                    row.getString("opfname"),
                    row.getString("amname"));
            reading.add(new OperatorFamily(id, members.of(address)), address);
            aliases(reading, members, address, id);
          }
        });
    SystemQuery.run(
        reading,
        CLASSES,
        row -> {
          String schema = row.getString("nspname");
          if (reading.reads(schema)) {
            var address = new Address("pg_opclass", row.getLong("oid"), 0);
            ObjectId id =
                ObjectId.of(
                    Kind.OPERATOR_CLASS, schema, row.getString("opcname"), row.getString("amname"));
            reading.add(
                new OperatorClass(
                    id,
                    row.getBoolean("is_default"),
                    row.getString("type"),
                    row.getString("family"),
                    row.getString("storage"),
                    members.of(address)),
                address);
            aliases(reading, members, address, id);
          }
        });
  }

  /** The functions and operators are needed by the members, not by the class itself. */
  private static void aliases(
      Reading reading, OperatorMembers members, Address owner, ObjectId id) {
    if (id.equals(reading.at(owner.catalog(), owner.oid(), 0))) {
      members.keptBy(owner).forEach(kept -> reading.alias(kept.address(), id));
    }
  }
}
