package dev.slipway.e2e.judge;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Compared;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Script;
import dev.slipway.diff.Change;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.PlanScript;
import dev.slipway.migration.Target;
import dev.slipway.pgdump.Agreement;
import dev.slipway.pgdump.DumpObserver;
import dev.slipway.pgdump.Observed;
import dev.slipway.pgdump.PgDump;
import dev.slipway.pgdump.SchemaDump;
import dev.slipway.plan.Lock;
import dev.slipway.plan.Statement;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.platform.Platform;
import dev.slipway.postgres.Postgres;
import dev.slipway.proof.RoundTrip;
import dev.slipway.proof.Verdict;
import dev.slipway.pull.Pulled;
import dev.slipway.pull.Pulling;
import dev.slipway.shadow.EmbeddedShadow;
import dev.slipway.shadow.Shadow;
import dev.slipway.source.SourceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Judges applications and folders of migrations: what psql makes of them, exported and loaded
 * again, is the same; our executor makes the same of the steps; and the definition that is pulled
 * from it leads to the same.
 */
final class ProjectJudge implements Judge<ProjectFolder> {

  static final String LIST = "projects";

  private static final Pattern MISSING = Pattern.compile("role \"(.*)\" does not exist");
  private static final Pattern PRESENT = Pattern.compile("role \"(.*)\" already exists");
  private static final int ATTEMPTS = 12;

  private final Dialect dialect = new Postgres();
  private final JudgeServer server;
  private final int version;
  private final PgDump pgDump;
  private final DumpObserver observer;
  private final Set<String> extensions;
  private final Path temporary;

  ProjectJudge(JudgeServer server, int version, PgDump pgDump) {
    this.server = server;
    this.version = version;
    this.pgDump = pgDump;
    this.observer = new DumpObserver(pgDump, new Observed(true), server);
    this.extensions = server.extensions();
    this.temporary = Path.of("target/judge-projects/pulled");
  }

  @Override
  public String list(ProjectFolder project) {
    return LIST;
  }

  @Override
  public List<Result> judge(ProjectFolder project) {
    String export = project + " export";
    String replay = project + " replay";
    String pull = project + " pull";
    try {
      project.roles().forEach(server::createRole);
      List<String> platform = project.platform();
      List<String> steps = project.steps(extensions);
      try (Loaded loaded = load(project, platform, steps);
          Shadow shadow = shadow(platform)) {
        if (!loaded.problem().isEmpty()) {
          return List.of(new Result(export, Result.NOT_LOADED, loaded.problem(), loaded.problem()));
        }
        var scene = new Scene(project, platform, shadow, loaded.database().url());
        List<Result> results = new ArrayList<>();
        results.add(Result.of(export, guarded(() -> export(scene))));
        if (steps.size() > 1) {
          results.add(Result.of(replay, guarded(() -> replay(scene, steps))));
        }
        results.add(Result.of(pull, guarded(() -> pull(scene))));
        return results;
      }
    } catch (IOException | RuntimeException e) {
      return List.of(Result.failed(export, e));
    }
  }

  /** What one project is judged with. */
  private record Scene(
      ProjectFolder project, List<String> platform, Shadow shadow, DatabaseUrl original) {}

  private record Loaded(JudgeServer.Database database, String problem) implements AutoCloseable {
    @Override
    public void close() {
      database.close();
    }
  }

  @FunctionalInterface
  private interface Trial {
    Verdict run() throws SQLException;
  }

  private static Verdict guarded(Trial trial) {
    try {
      return trial.run();
    } catch (SlipwayException e) {
      return RoundTrip.isRefusal(e)
          ? new Verdict.Refused(e.code().name(), e.what())
          : new Verdict.Wrong(Verdict.Stage.PLAN, e.what(), e.what());
    } catch (SQLException e) {
      return new Verdict.Wrong(Verdict.Stage.PLAN, e.toString(), e.toString());
    }
  }

  private Shadow shadow(List<String> platform) {
    Scope scope =
        (platform.isEmpty() ? Scope.all() : Platform.named("supabase").scope())
            .comparing(List.of(Compared.OWNERS));
    List<Script> prelude =
        IntStream.range(0, platform.size())
            .mapToObj(i -> new Script("platform " + (i + 1), dialect.split(platform.get(i))))
            .toList();
    return EmbeddedShadow.open(dialect, version, prelude, scope);
  }

  /** What is there before the first step. */
  private JudgeServer.Database prepared(ProjectFolder project, List<String> platform) {
    JudgeServer.Database database = server.create();
    database.settings(project.settings());
    platform.forEach(script -> pgDump.run(database.url(), script));
    return database;
  }

  private Loaded load(ProjectFolder project, List<String> platform, List<String> steps) {
    List<String> scripts = new ArrayList<>();
    scripts.add(project.setup());
    scripts.addAll(steps);
    String problem = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      JudgeServer.Database database = prepared(project, platform);
      problem = firstProblem(database.url(), scripts);
      Matcher missing = MISSING.matcher(problem);
      if (problem.isEmpty() || !missing.find()) {
        return new Loaded(database, problem);
      }
      database.close();
      server.createRole(missing.group(1));
    }
    return new Loaded(prepared(project, platform), problem);
  }

  private String firstProblem(DatabaseUrl url, List<String> scripts) {
    for (int i = 0; i < scripts.size(); i++) {
      for (String line : pgDump.run(url, scripts.get(i))) {
        if (!PRESENT.matcher(line).find()) {
          return "step " + i + ": " + line;
        }
      }
    }
    return "";
  }

  private Verdict export(Scene scene) throws SQLException {
    var planner = new SchemaPlanner(dialect, scene.shadow());
    Catalog catalog = catalog(scene.original(), scene.shadow());
    String text = PlanScript.up(planner.create(catalog));
    try (JudgeServer.Database database = prepared(scene.project(), scene.platform())) {
      pgDump.run(database.url(), platformExtensions(scene));
      List<String> complaints = pgDump.run(database.url(), text);
      if (!complaints.isEmpty()) {
        return new Verdict.Wrong(
            Verdict.Stage.UP, complaints.get(0), String.join("\n", complaints) + "\n\n" + text);
      }
      return compare(scene, catalog, database.url(), text);
    }
  }

  /** What the platform has installed already, where the folder's stub of it leaves that out. */
  private String platformExtensions(Scene scene) throws SQLException {
    var script = new StringBuilder();
    try (Connection connection = dialect.connect(scene.original(), "judge");
        java.sql.Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select e.extname, n.nspname from pg_extension e"
                    + " join pg_namespace n on n.oid = e.extnamespace")) {
      while (rows.next()) {
        if (scene.shadow().scope().leavesOut(ObjectId.of(Kind.EXTENSION, rows.getString(1)))) {
          script.append(
              "create extension if not exists \"%s\" with schema \"%s\";%n"
                  .formatted(rows.getString(1), rows.getString(2)));
        }
      }
    }
    return script.toString();
  }

  private Verdict replay(Scene scene, List<String> steps) throws SQLException {
    try (JudgeServer.Database database = prepared(scene.project(), scene.platform())) {
      pgDump.run(database.url(), scene.project().setup());
      var executor = new Executor(Target.at(dialect, database.url()), ExecutorOptions.defaults());
      for (int i = 0; i < steps.size(); i++) {
        List<Statement> statements =
            dialect.split(steps.get(i)).stream()
                .map(statement -> new Statement(statement.sql(), List.<Lock>of(), true))
                .toList();
        try {
          executor.apply("step " + (i + 1), statements, connection -> {});
        } catch (SlipwayException e) {
          return new Verdict.Refused(e.code().name(), "step " + (i + 1) + ": " + e.what());
        }
      }
      return compare(scene, catalog(scene.original(), scene.shadow()), database.url(), "");
    }
  }

  /**
   * What is written compiles, loads, and has no difference: that is what pulling demands itself,
   * and the short check says what the long one does.
   */
  private Verdict pull(Scene scene) throws SQLException {
    var reader =
        new SourceReader(
            dialect, scene.shadow(), temporary, List.of(), (database, migrations) -> {});
    var planner = new SchemaPlanner(dialect, scene.shadow());
    Catalog catalog = catalog(scene.original(), scene.shadow());
    Pulled quick =
        new Pulling(dialect, planner, reader, Pulling.Check.RECORDS).pull(catalog, "pulled");
    Pulled whole =
        new Pulling(dialect, planner, reader, Pulling.Check.CLASSES).pull(catalog, "pulled");
    if (quick.files().equals(whole.files()) && !quick.files().isEmpty()) {
      return new Verdict.Converged(false);
    }
    List<String> names = new ArrayList<>(quick.files().keySet());
    names.removeIf(name -> Objects.equals(quick.files().get(name), whole.files().get(name)));
    return new Verdict.Wrong(
        Verdict.Stage.PLAN, "the short check takes what the long one does not: " + names, "");
  }

  private Verdict compare(Scene scene, Catalog expected, DatabaseUrl url, String text)
      throws SQLException {
    SchemaDump original = observer.look(scene.original());
    Agreement agreement = observer.compare(original, observer.look(url));
    if (!agreement.agrees()) {
      return new Verdict.Wrong(
          Verdict.Stage.DUMP,
          String.join(", ", agreement.titles()),
          agreement.text() + "\n" + text);
    }
    var planner = new SchemaPlanner(dialect, scene.shadow());
    List<Change> changes =
        planner.plan(catalog(url, scene.shadow()), Desired.of(expected)).changes();
    if (!changes.isEmpty()) {
      String ids =
          changes.stream().map(change -> change.id().toString()).collect(Collectors.joining(", "));
      return new Verdict.Wrong(Verdict.Stage.SECOND_PLAN, ids, text);
    }
    return new Verdict.Converged(agreement.degree() == Agreement.Degree.SAME_BUT_COLUMN_ORDER);
  }

  private Catalog catalog(DatabaseUrl url, Shadow shadow) throws SQLException {
    try (Connection connection = dialect.connect(url, "judge")) {
      return dialect.introspect(connection, shadow.scope());
    }
  }

  @Override
  public void close() {}
}
