package dev.slipway.postgres;

import dev.slipway.catalog.OperatorMember;
import dev.slipway.postgres.Reading.Address;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The members of all operator classes and families, as they are read: by the address of the class,
 * or of the family for what belongs to none of its classes.
 *
 * <p>To which of both a member belongs is kept as a dependency alone (manual, 53.18 pg_depend).
 */
final class OperatorMembers {

  private static final String MEMBERS =
      """
      select d.refclassid::pg_catalog.regclass::text as owner_catalog,
             d.refobjid::bigint as owner_oid, 'pg_amop' as catalog, m.oid::bigint as oid,
             m.amopstrategy as number,
             pg_catalog.format_type(m.amoplefttype, null) || ', '
               || pg_catalog.format_type(m.amoprighttype, null) as types,
             m.amopopr::pg_catalog.regoperator::text as object,
             case when m.amopsortfamily <> 0
                  then (select pg_catalog.format('%I.%I', n.nspname, f.opfname)
                          from pg_catalog.pg_opfamily f
                          join pg_catalog.pg_namespace n on n.oid = f.opfnamespace
                         where f.oid = m.amopsortfamily) end as sort_family
        from pg_catalog.pg_depend d
        join pg_catalog.pg_amop m on m.oid = d.objid
       where d.classid = 'pg_catalog.pg_amop'::pg_catalog.regclass
         and (d.refclassid = 'pg_catalog.pg_opclass'::pg_catalog.regclass
              or (d.refclassid = 'pg_catalog.pg_opfamily'::pg_catalog.regclass
                  and d.refobjid = m.amopfamily))
      union all
      select d.refclassid::pg_catalog.regclass::text, d.refobjid::bigint, 'pg_amproc',
             m.oid::bigint, m.amprocnum,
             pg_catalog.format_type(m.amproclefttype, null) || ', '
               || pg_catalog.format_type(m.amprocrighttype, null),
             m.amproc::pg_catalog.regprocedure::text, null
        from pg_catalog.pg_depend d
        join pg_catalog.pg_amproc m on m.oid = d.objid
       where d.classid = 'pg_catalog.pg_amproc'::pg_catalog.regclass
         and d.refclassid in ('pg_catalog.pg_opclass'::pg_catalog.regclass,
                              'pg_catalog.pg_opfamily'::pg_catalog.regclass)
       order by catalog, number, types
      """;

  /**
   * A member and where the server keeps it.
   *
   * @param address its address
   * @param member the member
   */
  record Kept(Address address, OperatorMember member) {}

  private final Map<Address, List<Kept>> byOwner;

  private OperatorMembers(Map<Address, List<Kept>> byOwner) {
    this.byOwner = byOwner;
  }

  static OperatorMembers read(Reading reading) throws SQLException {
    Map<Address, List<Kept>> byOwner = new HashMap<>();
    SystemQuery.run(
        reading,
        MEMBERS,
        row -> {
          String catalog = row.getString("catalog");
          byOwner
              .computeIfAbsent(
                  new Address(row.getString("owner_catalog"), row.getLong("owner_oid"), 0),
                  key -> new ArrayList<>())
              .add(
                  new Kept(
                      new Address(catalog, row.getLong("oid"), 0),
                      new OperatorMember(
                          catalog.equals("pg_amproc"),
                          row.getInt("number"),
                          row.getString("types"),
                          row.getString("object"),
                          row.getString("sort_family"))));
        });
    return new OperatorMembers(byOwner);
  }

  List<OperatorMember> of(Address owner) {
    return keptBy(owner).stream().map(Kept::member).toList();
  }

  List<Kept> keptBy(Address owner) {
    return byOwner.getOrDefault(owner, List.of());
  }
}
