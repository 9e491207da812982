package dev.slipway.refresh;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.ObjectId;
import dev.slipway.config.Configuration;
import dev.slipway.config.ProjectFile;
import dev.slipway.dialect.Copies;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Names;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Share;
import dev.slipway.dialect.SharedSnapshot;
import dev.slipway.dialect.Subsets;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.ExecutorOptions;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Brings rows of one environment to another: start here to have staging's rows look like
 * production's, without its people.
 *
 * <p>All of it is read in one read-only snapshot, masked in memory, and written in one transaction,
 * so that the other environment has its earlier rows until the last moment, and keeps them when
 * something fails, and its lock meanwhile. No file is written. Used by one thread.
 */
public final class Refresh {

  /** The file that says what becomes of columns, beside {@code slipway.yml}. */
  public static final String FILE = "masking.yml";

  private static final String COMMAND = "refresh";

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
   * @param options how the executor behaves
   * @param confirmation is asked before rows go
   * @param progress is told how far it is
   * @throws SlipwayException when columns look personal that the file does not name, the file does
   *     not fit, the tables are not the same, or the server refuses something; the environment has
   *     its earlier rows then
   */
  public Refreshed run(
      String to,
      String from,
      Path file,
      boolean dryRun,
      ExecutorOptions options,
      Consumer<String> confirmation,
      RefreshProgress progress) {
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
        Connection connection = dialect.connect(target, COMMAND)) {
      RefreshTables tables = tables(snapshot.holder(), rules);
      requireSame(from, to, tables, tables(connection, rules));
      var check = new RulesCheck(tables, rules);
      check.require();
      Map<ObjectId, RowSet> chosen =
          new RowChoice(subsets, snapshot.holder(), tables, rules, progress).choose();
      new PersonalCheck(copies, subsets, rules).require(snapshot.holder(), tables, chosen);
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
        var replacement =
            new Replacement(from, to, dialect, snapshot.holder(), tables, chosen, fields, progress);
        workspace.work(to, COMMAND, List.of(replacement), options, (work, took) -> {});
        rows.putAll(replacement.rows());
        analyze(connection);
      }
      return report(from, to, !dryRun, tables, rules, fields, rows);
    } catch (SQLException | IOException e) {
      throw Replacement.failed(from, to, e);
    }
  }

  private static void analyze(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("analyze");
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
                    RefreshTables.name(table), words(tables.share(table, rules)), rows.get(table)))
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
