package dev.slipway.refresh;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.Constraint;
import dev.slipway.catalog.ObjectId;
import dev.slipway.config.Configuration;
import dev.slipway.config.ProjectFile;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Names;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.SequenceState;
import dev.slipway.dialect.Share;
import dev.slipway.dialect.SharedSnapshot;
import dev.slipway.dialect.Subsets;
import dev.slipway.error.SlipwayException;
import dev.slipway.postgres.Postgres;
import dev.slipway.refresh.MaskedCopy.Field;
import dev.slipway.workspace.EnvironmentGuard.Access;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Brings rows of one environment to another: start here to have staging's rows look like
 * production's, without its people.
 *
 * <p>All of it is read in one read-only snapshot, masked in memory, and written in one transaction,
 * so that the other environment has its earlier rows until the last moment, and keeps them when
 * something fails. No file is written. Used by one thread.
 */
public final class Refresh {

  /** The file that says what becomes of columns, beside {@code slipway.yml}. */
  public static final String FILE = "masking.yml";

  private final Workspace workspace;
  private final Configuration configuration;
  private final Map<String, String> variables;
  private final Dialect dialect = new Postgres();
  private final Copies copies = dialect.copies();
  private final Subsets subsets = dialect.subsets();

  /**
   * @param workspace the project
   * @param configuration its settings
   * @param variables the variables of the process, one of which is the salt
   */
  public Refresh(Workspace workspace, Configuration configuration, Map<String, String> variables) {
    this.workspace = workspace;
    this.configuration = configuration;
    this.variables = variables;
  }

  /**
   * Replaces the rows of an environment.
   *
   * @param to its name; never a protected one
   * @param from where the rows come from, which is only read
   * @param file what becomes of columns; it need not be there where nothing is personal
   * @param dryRun whether nothing shall be written
   * @param confirmation is asked before rows go
   * @throws SlipwayException when columns look personal that the file does not name, the file does
   *     not fit, the tables are not the same, or the server refuses something; the environment has
   *     its earlier rows then
   */
  public Refreshed run(
      String to, String from, Path file, boolean dryRun, Consumer<String> confirmation) {
    if (configuration.environment(to).protectedEnvironment()) {
      throw new SlipwayException(
          RefreshError.REFRESH_PROTECTED,
          "The environment " + to + " is protected: its rows are never replaced by others.",
          "Name an environment that is not. To get " + to + "'s own rows back there is restore.");
    }
    Rules rules =
        Files.exists(file)
            ? new RulesFile(new ProjectFile(configuration, to, variables, file)).read()
            : Rules.none();
    DatabaseUrl source = workspace.address(from, Access.READ);
    DatabaseUrl target = workspace.address(to, dryRun ? Access.READ : Access.WRITE);
    try (SharedSnapshot snapshot = copies.snapshot(source);
        Connection connection = dialect.connect(target, "refresh")) {
      RefreshTables tables = tables(snapshot.holder(), rules);
      requireSame(from, to, tables, tables(connection, rules));
      var check = new RulesCheck(tables, rules);
      check.require();
      new PersonalCheck(copies, subsets, rules).require(snapshot.holder(), tables);
      Map<ObjectId, RowSet> chosen =
          new RowChoice(subsets, snapshot.holder(), tables, rules).choose();
      Map<ObjectId, List<Field>> fields = fields(tables, rules);
      Map<ObjectId, Long> rows = new LinkedHashMap<>();
      if (dryRun) {
        chosen.forEach((table, set) -> {
          if (!set.isAll()) {
            rows.put(table, set.size());
          }
        });
      } else {
        confirmation.accept(
            "All rows of %s in %d tables are replaced by those of %s. Shall they be?"
                .formatted(to, tables.ids().size(), from));
        write(snapshot.holder(), connection, tables, chosen, fields, rows);
      }
      return report(from, to, !dryRun, tables, rules, fields, rows);
    } catch (MaskedCopy.RowsRefusedException e) {
      throw new SlipwayException(
          RefreshError.REFRESH_FAILED,
          to
              + " refuses masked rows of "
              + RefreshTables.name(e.table())
              + ": "
              + e.getMessage()
              + ". It has its earlier rows.",
          "Choose masks whose values the table takes.",
          e);
    } catch (SQLException | IOException e) {
      throw new SlipwayException(
          RefreshError.REFRESH_FAILED,
          "The server refused: " + e.getMessage() + ". " + to + " has its earlier rows.",
          "Read "
              + from
              + " as a role that sees all rows, and write "
              + to
              + " as one that may set"
              + " session_replication_role and truncate its tables.",
          e);
    }
  }

  private RefreshTables tables(Connection connection, Rules rules) {
    Scope everything = Scope.all().allowing(Names.of(List.of("*")));
    return new RefreshTables(
        dialect.introspect(connection, everything), workspace.scope(), rules.also());
  }

  private static void requireSame(
      String from, String to, RefreshTables source, RefreshTables target) {
    List<String> missing = source.differences(target);
    List<String> more = target.differences(source);
    if (!missing.isEmpty() || !more.isEmpty()) {
      throw new SlipwayException(
          RefreshError.REFRESH_SCHEMA_DIFFERS,
          "The tables of "
              + from
              + " and "
              + to
              + " are not the same: "
              + String.join(", ", missing.isEmpty() ? more : missing)
              + " in "
              + (missing.isEmpty() ? to : from)
              + " alone. Nothing was written.",
          "Bring both to the same migrations; `slipway env compare "
              + from
              + " "
              + to
              + "` shows all of it.");
    }
  }

  private static Map<ObjectId, List<Field>> fields(RefreshTables tables, Rules rules) {
    var hash = new KeyedHash(rules.salt().isEmpty() ? "none" : rules.salt());
    Map<ObjectId, List<Field>> all = new LinkedHashMap<>();
    for (ObjectId table : tables.ids()) {
      List<Field> fields = new ArrayList<>();
      for (Column column : tables.columns(table)) {
        String name = RefreshTables.name(table) + "." + column.id().name();
        Mask mask = rules.masks().get(name);
        boolean isMasked = mask != null && !(mask instanceof Mask.Keep);
        fields.add(
            new Field(
                column,
                name,
                mask != null && isMasked
                    ? new ColumnMask(mask, column, tables.isDistinct(column), hash)
                    : null,
                mask == null && PersonalCheck.isRead(column),
                new AtomicLong()));
      }
      all.put(table, fields);
    }
    return all;
  }

  private void write(
      Connection source,
      Connection target,
      RefreshTables tables,
      Map<ObjectId, RowSet> chosen,
      Map<ObjectId, List<Field>> fields,
      Map<ObjectId, Long> rows)
      throws SQLException, IOException {
    copies.prepare(target, true);
    target.setAutoCommit(false);
    boolean isDone = false;
    try {
      subsets.empty(target, tables.ids());
      var copy = new MaskedCopy(copies, subsets, source, target);
      for (ObjectId table : tables.ids()) {
        rows.put(
            table,
            copy.copy(
                table,
                chosen.getOrDefault(table, new RowSet()),
                fields.getOrDefault(table, List.of())));
      }
      copies.set(target, sequences(source, target, tables));
      requireWhole(target, tables);
      target.commit();
      isDone = true;
    } finally {
      if (!isDone) {
        target.rollback();
      }
      target.setAutoCommit(true);
    }
    try (Statement statement = target.createStatement()) {
      statement.execute("analyze");
    }
  }

  private List<SequenceState> sequences(Connection source, Connection target, RefreshTables tables)
      throws SQLException {
    Set<String> schemas = tables.ids().stream().map(ObjectId::schema).collect(Collectors.toSet());
    Set<ObjectId> there =
        copies.sequences(target).stream().map(SequenceState::sequence).collect(Collectors.toSet());
    return copies.sequences(source).stream()
        .filter(state -> schemas.contains(state.sequence().schema()))
        .filter(state -> there.contains(state.sequence()))
        .toList();
  }

  /** Nobody asked the foreign keys while rows came, so they are asked now. */
  private void requireWhole(Connection target, RefreshTables tables) throws SQLException {
    for (Constraint key : tables.keys()) {
      long orphans = key.validated() ? subsets.orphans(target, key) : 0;
      if (orphans > 0) {
        throw new SlipwayException(
            RefreshError.REFRESH_FAILED,
            orphans
                + " of the rows of "
                + RefreshTables.name(key.id())
                + " point at no row of "
                + RefreshTables.name(tables.referenced(key))
                + ". Nothing was written.",
            "Where that is a table of the platform, name it under also: in masking.yml.");
      }
    }
  }

  private static Refreshed report(
      String from,
      String to,
      boolean isDone,
      RefreshTables tables,
      Rules rules,
      Map<ObjectId, List<Field>> fields,
      Map<ObjectId, Long> rows) {
    List<Refreshed.MaskedColumn> masked = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    fields
        .values()
        .forEach(all ->
            all.forEach(field -> {
              if (field.mask() != null) {
                masked.add(
                    new Refreshed.MaskedColumn(
                        field.name(), field.mask().mask().words(), field.values().get()));
              } else if (rules.masks().containsKey(field.name())) {
                kept.add(field.name());
              }
            }));
    return new Refreshed(
        from,
        to,
        isDone,
        tables.ids().stream()
            .map(table ->
                new Refreshed.TableRows(
                    RefreshTables.name(table),
                    words(rules.share(RefreshTables.name(table))),
                    rows.get(table)))
            .toList(),
        masked,
        kept,
        List.of("large objects", "materialized views", "Slipway's own tables"));
  }

  private static String words(Share share) {
    return switch (share) {
      case Share.All all -> "all";
      case Share.Percent(double percent) ->
          (percent == Math.rint(percent) ? String.valueOf((long) percent) : "" + percent) + "%";
      case Share.Rows(long count) -> count == 0 ? "none" : String.valueOf(count);
    };
  }
}
