package dev.slipway.sample;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads types, each once. Not thread-safe. */
final class TypeReader {

  /** One of {@code pg_type} with what the other catalogs say of it (manual, 53.64). */
  private static final String TYPE =
      """
      select pg_catalog.format('%I.%I', n.nspname, t.typname), t.typname,
             t.typtype, t.typcategory, t.typelem, t.typlen, t.typbasetype, t.typtypmod,
             n.nspname = 'pg_catalog',
             array(select e.enumlabel::text from pg_catalog.pg_enum e
                    where e.enumtypid = t.oid order by e.enumsortorder),
             array(select pg_catalog.pg_get_constraintdef(k.oid)
                     from pg_catalog.pg_constraint k where k.contypid = t.oid order by k.conname),
             array(select a.atttypid::bigint from pg_catalog.pg_attribute a
                    where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
                      and t.typtype = 'c' order by a.attnum),
             array(select a.atttypmod from pg_catalog.pg_attribute a
                    where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped
                      and t.typtype = 'c' order by a.attnum),
             (select r.rngsubtype from pg_catalog.pg_range r where r.rngtypid = t.oid),
             (select r.rngtypid from pg_catalog.pg_range r where r.rngmultitypid = t.oid)
        from pg_catalog.pg_type t
        join pg_catalog.pg_namespace n on n.oid = t.typnamespace
       where t.oid = ?
      """;

  private final Connection connection;
  private final Map<Long, SampleType> known = new HashMap<>();

  TypeReader(Connection connection) {
    this.connection = connection;
  }

  /** Forgets what migrations can change. */
  void forget() {
    known
        .values()
        .removeIf(type -> !(type.form() instanceof SampleType.Base base && base.builtIn()));
  }

  SampleType read(long oid, int typmod) throws SQLException {
    SampleType type = known.get(oid);
    if (type == null) {
      type = read(oid);
      known.put(oid, type);
    }
    return typmod == type.typmod() || type.form() instanceof SampleType.Narrowed
        ? type
        : new SampleType(type.name(), type.plain(), type.form(), typmod);
  }

  private record Row(
      String name,
      String plain,
      char kind,
      boolean isText,
      boolean isList,
      long element,
      long base,
      int typmod,
      boolean builtIn,
      List<String> labels,
      List<String> conditions,
      List<Long> parts,
      List<Integer> typmods,
      long subtype,
      long range) {}

  private SampleType read(long oid) throws SQLException {
    Row row = row(oid);
    SampleType.Form form =
        switch (row.kind) {
          case 'e' -> new SampleType.Labels(row.labels);
          case 'd' ->
              new SampleType.Narrowed(
                  read(row.base, row.typmod), Literals.of(String.join(" ", row.conditions)));
          case 'c' -> new SampleType.Parts(parts(row));
          case 'r' -> new SampleType.Between(read(row.subtype, -1));
          case 'm' -> new SampleType.Many(read(row.range, -1));
          default ->
              row.isList
                  ? new SampleType.ListOf(read(row.element, -1))
                  : new SampleType.Base(row.builtIn, row.isText);
        };
    return new SampleType(row.name, row.plain, form, row.kind == 'd' ? row.typmod : -1);
  }

  private List<SampleType> parts(Row row) throws SQLException {
    List<SampleType> parts = new ArrayList<>();
    for (int i = 0; i < row.parts.size(); i++) {
      parts.add(read(row.parts.get(i), row.typmods.get(i)));
    }
    return parts;
  }

  private Row row(long oid) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TYPE)) {
      statement.setLong(1, oid);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("there is no type " + oid);
        }
        char category = row.getString(4).charAt(0);
        return new Row(
            row.getString(1),
            row.getString(2),
            row.getString(3).charAt(0),
            category == 'S' && !row.getString(2).equals("char"),
            category == 'A' && row.getInt(6) == -1 && row.getLong(5) != 0,
            row.getLong(5),
            row.getLong(7),
            row.getInt(8),
            row.getBoolean(9),
            List.of((String[]) row.getArray(10).getArray()),
            List.of((String[]) row.getArray(11).getArray()),
            List.of((Long[]) row.getArray(12).getArray()),
            List.of((Integer[]) row.getArray(13).getArray()),
            row.getLong(14),
            row.getLong(15));
      }
    }
  }
}
