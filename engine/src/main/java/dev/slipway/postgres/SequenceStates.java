package dev.slipway.postgres;

import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.SequenceState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** How far sequences are; the sequence of an identity column is known by its column. */
final class SequenceStates {

  private static final String SEQUENCES =
      """
      select n.nspname, c.relname, t.nspname as table_schema, t.relname as table_name, t.attname
        from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        left join (
          select d.objid, tn.nspname, tc.relname, a.attname
            from pg_catalog.pg_depend d
            join pg_catalog.pg_class tc on tc.oid = d.refobjid
            join pg_catalog.pg_namespace tn on tn.oid = tc.relnamespace
            join pg_catalog.pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
           where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
             and d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
             and d.deptype = 'i' and d.refobjsubid > 0) t on t.objid = c.oid
       where c.relkind = 'S' and c.relpersistence <> 't'
         and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
         and not exists (
               select from pg_catalog.pg_depend d
                where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                  and d.objid = c.oid and d.deptype = 'e'
                  and not exists (select from pg_catalog.pg_extension e
                                   where e.oid = d.refobjid and c.oid = any (e.extconfig)))
       order by 1, 2
      """;

  private static final int AT_ONCE = 500;

  private SequenceStates() {}

  static List<SequenceState> read(Connection connection) throws SQLException {
    List<SequenceState> named = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SEQUENCES)) {
      while (rows.next()) {
        ObjectId id =
            ObjectId.of(Kind.SEQUENCE, rows.getString("nspname"), rows.getString("relname"));
        String column = rows.getString("attname");
        ObjectId own =
            column == null
                ? null
                : ObjectId.of(
                    Kind.COLUMN,
                    rows.getString("table_schema"),
                    rows.getString("table_name"),
                    column);
        named.add(new SequenceState(id, own, 0, false));
      }
    }
    List<SequenceState> states = new ArrayList<>();
    for (int i = 0; i < named.size(); i += AT_ONCE) {
      states.addAll(asked(connection, named.subList(i, Math.min(i + AT_ONCE, named.size()))));
    }
    return states;
  }

  private static List<SequenceState> asked(Connection connection, List<SequenceState> named)
      throws SQLException {
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      questions.add(
          "select "
              + i
              + ", last_value, is_called from "
              + Quoting.qualified(named.get(i).sequence()));
    }
    List<SequenceState> states = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(String.join(" union all ", questions) + " order by 1")) {
      while (rows.next()) {
        SequenceState state = named.get(rows.getInt(1));
        states.add(
            new SequenceState(
                state.sequence(), state.column(), rows.getLong(2), rows.getBoolean(3)));
      }
    }
    return states;
  }

  static void write(Connection connection, List<SequenceState> states) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < states.size(); i += AT_ONCE) {
        List<String> calls = new ArrayList<>();
        for (SequenceState state : states.subList(i, Math.min(i + AT_ONCE, states.size()))) {
          calls.add(
              "pg_catalog.setval("
                  + sequence(state)
                  + ", "
                  + state.value()
                  + ", "
                  + state.called()
                  + ")");
        }
        // one row a call: a row of five hundred columns would be near the server's limit
        statement.execute("select " + String.join(" union all select ", calls));
      }
    }
  }

  /** Those that count down are left as they are. */
  static void advance(Connection connection, ObjectId table) throws SQLException {
    String name = Quoting.qualified(table);
    String body =
        """
        declare s record;
        begin
          for s in
            select d.objid::pg_catalog.regclass as sequence, a.attname
              from pg_catalog.pg_depend d
              join pg_catalog.pg_sequence q on q.seqrelid = d.objid and q.seqincrement > 0
              join pg_catalog.pg_attribute a
                on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
             where d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
               and d.refobjid = %s::pg_catalog.regclass and d.deptype in ('a', 'i')
          loop
            execute pg_catalog.format(
              'select pg_catalog.setval(%%L, v.most) from %%s q, '
                '(select pg_catalog.max(%%I) as most from %%s) v where v.most >= q.last_value',
              s.sequence, s.sequence, s.attname, %s);
          end loop;
        end
        """
            .formatted(Quoting.literal(name), Quoting.literal(name));
    try (Statement statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(Quoting.block(body));
    }
  }

  private static String sequence(SequenceState state) {
    ObjectId column = state.column();
    return column == null
        ? Quoting.literal(Quoting.qualified(state.sequence())) + "::pg_catalog.regclass"
        : "pg_catalog.pg_get_serial_sequence("
            + Quoting.literal(
                Quoting.qualified(ObjectId.of(Kind.TABLE, column.schema(), column.path().get(1))))
            + ", "
            + Quoting.literal(column.name())
            + ")";
  }
}
