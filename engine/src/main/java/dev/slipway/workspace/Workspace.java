package dev.slipway.workspace;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.Table;
import dev.slipway.config.Configuration;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.datamigration.DataMigrations;
import dev.slipway.datamigration.SeedClass;
import dev.slipway.dialect.Advance;
import dev.slipway.dialect.AppliedMigration;
import dev.slipway.dialect.DatabaseUrl;
import dev.slipway.dialect.DeployedRelease;
import dev.slipway.dialect.Diagnosis;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.DirectPart;
import dev.slipway.dialect.Login;
import dev.slipway.dialect.ReleaseUse;
import dev.slipway.dialect.Scope;
import dev.slipway.dialect.Trait;
import dev.slipway.dialect.Watcher;
import dev.slipway.error.SlipwayException;
import dev.slipway.jpa.Entities;
import dev.slipway.migration.DirectWork;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.History;
import dev.slipway.migration.LedgerContents;
import dev.slipway.migration.LedgerPreparation;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationError;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationName;
import dev.slipway.migration.MigrationStatus;
import dev.slipway.migration.ParkedPart;
import dev.slipway.migration.PreflightResult;
import dev.slipway.migration.ReleaseConflict;
import dev.slipway.migration.ReleaseConflicts;
import dev.slipway.migration.ReleaseRegister;
import dev.slipway.migration.RowChecker;
import dev.slipway.migration.RowFinding;
import dev.slipway.migration.RunResult;
import dev.slipway.migration.Scales;
import dev.slipway.migration.Target;
import dev.slipway.pgdump.PgDump;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Sample;
import dev.slipway.plan.WeighedHazard;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.planner.Ways;
import dev.slipway.postgres.Postgres;
import dev.slipway.proof.BothWays;
import dev.slipway.pull.Pulled;
import dev.slipway.pull.PulledFiles;
import dev.slipway.pull.Pulling;
import dev.slipway.pull.Updated;
import dev.slipway.pull.UpdatedSources;
import dev.slipway.pull.Updating;
import dev.slipway.question.Answers;
import dev.slipway.question.Inquiry;
import dev.slipway.shadow.Prelude;
import dev.slipway.source.Source;
import dev.slipway.source.SourceReader;
import dev.slipway.usage.UsageScan;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A project and what is done with it: start here to do from a program what a command does.
 *
 * <p>Opening costs nothing; the shadow server and embedded environments start when they are first
 * needed, and are let go when the workspace is closed. Not thread-safe.
 */
public final class Workspace implements AutoCloseable {

  private final Configuration configuration;
  private final Clock clock;
  private final EnvironmentGuard guard;
  private final Dialect dialect = new Postgres();
  private final DataMigrations classes;
  private final MigrationFolder folder;
  private final Targets targets;
  private final ProjectShadow projectShadow;
  private final Set<String> checked = new HashSet<>();

  private Workspace(
      Configuration configuration, Clock clock, Watcher watcher, EnvironmentGuard guard) {
    this.configuration = configuration;
    this.clock = clock;
    this.guard = guard;
    this.classes =
        new DataMigrations(() ->
            SourceReader.open(
                Source.parse(configuration.schema(), configuration.root()),
                configuration.classpath(),
                configuration.root()));
    this.folder = new MigrationFolder(configuration.migrations(), dialect, classes);
    this.targets = new Targets(configuration, dialect);
    this.projectShadow = new ProjectShadow(configuration, dialect, watcher);
  }

  /**
   * Opens a project.
   *
   * @param configuration what its {@code slipway.yml} says
   * @param clock what names new migrations
   */
  public static Workspace open(Configuration configuration, Clock clock) {
    return open(configuration, clock, Watcher.NOBODY);
  }

  /**
   * Opens a project.
   *
   * @param configuration what its {@code slipway.yml} says
   * @param clock what names new migrations
   * @param watcher who is told how far long work in its shadow is
   */
  public static Workspace open(Configuration configuration, Clock clock, Watcher watcher) {
    return open(configuration, clock, watcher, EnvironmentGuard.NONE);
  }

  /**
   * Opens a project.
   *
   * @param configuration what its {@code slipway.yml} says
   * @param clock what names new migrations
   * @param watcher who is told how far long work in its shadow is
   * @param guard who says whether a database is the environment that it is taken for
   */
  public static Workspace open(
      Configuration configuration, Clock clock, Watcher watcher, EnvironmentGuard guard) {
    return new Workspace(configuration, clock, watcher, guard);
  }

  /** The folder that holds the migrations. */
  public MigrationFolder migrations() {
    return folder;
  }

  /**
   * Compares the definition with the last migration and writes the migration between them, proved
   * forth and back on a shadow.
   *
   * @param name what it does, such as {@code add message seq}; null to name it after what changes
   * @param allowances the hazards that are allowed for it
   * @param answers what became of what is gone
   * @param dryRun whether nothing shall be written
   * @throws dev.slipway.question.OpenQuestionsException when something may be renamed or dropped,
   *     and nobody says which
   * @throws SlipwayException when the definition is wrong, the history is, or the plan can't be
   *     proved
   */
  public Generated generate(
      @Nullable String name, Allowances allowances, Answers answers, boolean dryRun) {
    var planner =
        new SchemaPlanner(
            dialect, projectShadow.shadow(), configuration.online() ? Ways.ONLINE : Ways.DIRECT);
    return new Generation(dialect, planner, folder, clock, reader(), projectShadow.elaborations())
        .generate(
            Source.parse(configuration.schema(), configuration.root()),
            name,
            allowances,
            answers,
            dryRun);
  }

  /**
   * Writes a migration without statements, for scripts that a person writes.
   *
   * @param name what it shall do, such as {@code fill in message seq}
   * @throws SlipwayException when the history is wrong, or the last migration is unfinished itself
   */
  public Migration generateEmpty(String name) {
    return Handwriting.begin(folder, clock, name);
  }

  /**
   * Finishes the last migration after a person wrote its scripts: runs it forth, back and forth
   * again on a shadow, and writes down what the schema is after it.
   *
   * @param allowances what it may lose
   * @throws SlipwayException when a script fails or leads elsewhere; nothing is written then
   */
  public Finished finish(Allowances allowances) {
    return new Handwriting(dialect, projectShadow.shadow(), planner(), folder).finish(allowances);
  }

  /**
   * Makes one migration of the first ones, proved on a shadow to lead to where they lead. Where all
   * of them are applied it counts as applied, where none is it runs in their place.
   *
   * @param upTo the last of them
   * @param name what the one is called; null for {@code squashed}
   * @param acceptedLosses the tables whose rows, and the migrations written by hand whose work, the
   *     one need not do
   * @param dryRun whether nothing shall be written
   * @throws SlipwayException when the history is wrong, or the one would not do what they do
   */
  public Squashed squash(
      String upTo, @Nullable String name, Set<String> acceptedLosses, boolean dryRun) {
    return new Squashing(dialect, projectShadow.shadow(), planner(), folder)
        .squash(upTo, name, acceptedLosses, dryRun);
  }

  /**
   * Puts one of two branches that have met behind the other, if they lead to the same in either
   * order and the way back of the one is right on top of the other, proved on a shadow.
   *
   * @param name the last migration of the branch that is moved; null for the later one
   * @param dryRun whether nothing shall be written
   * @throws SlipwayException when they disturb each other, with what both do; nothing is written
   *     then
   */
  public Rebased rebase(@Nullable String name, boolean dryRun) {
    return new Rebasing(dialect, projectShadow.shadow(), planner(), folder).rebase(name, dryRun);
  }

  /**
   * Applies the migrations that an environment lacks.
   *
   * @param environment its name
   * @param to the last one to be applied; null for all
   * @param allowances what may happen although a deployed release does not expect it
   * @param options how the executor behaves
   * @throws SlipwayException when the environment and the history do not fit together, a deployed
   *     release uses what would change, or a statement fails; it says what stays
   */
  public RunResult migrate(
      String environment, @Nullable String to, Allowances allowances, ExecutorOptions options) {
    if (!allowances.hazards().isEmpty()) {
      allowances.requireUseFor(
          executor(target(environment, Access.WRITE), options.withRowChecks(null))
              .preflight(folder.history(), to, null)
              .conflicts());
    }
    return migrate(environment, to, options.withAllowed(allowances.hazards()));
  }

  /**
   * The same where nothing of that kind is allowed.
   *
   * @param environment its name
   * @param to the last one to be applied; null for all
   * @param options how the executor behaves
   * @throws SlipwayException when the environment and the history do not fit together, a deployed
   *     release uses what would change, or a statement fails; it says what stays
   */
  public RunResult migrate(String environment, @Nullable String to, ExecutorOptions options) {
    Target target = target(environment, Access.WRITE);
    Meanwhile<LedgerContents> ledger = Meanwhile.begin(() -> LedgerContents.read(target));
    History history = folder.history();
    return executor(target, options).migrate(history, to, ledger.await());
  }

  /**
   * Makes an empty database what the project's migrations say, without an environment, for instance
   * for tests: loads the prelude, then applies every migration.
   *
   * @param empty its address
   * @throws SlipwayException when the prelude or a migration is refused; the database is of no use
   *     then
   */
  public RunResult fill(DatabaseUrl empty) {
    return fill(empty, null, /* isWhole= */ true);
  }

  /**
   * The same up to a migration: what a rehearsal begins with.
   *
   * @param empty its address
   * @param last the last migration that is applied; null for none
   * @throws SlipwayException when the prelude or a migration is refused
   */
  public RunResult fill(DatabaseUrl empty, @Nullable String last) {
    return fill(empty, last, /* isWhole= */ false);
  }

  private RunResult fill(DatabaseUrl empty, @Nullable String last, boolean isWhole) {
    try (Connection connection = dialect.connect(empty, "fill")) {
      Prelude.load(connection, projectShadow.prelude());
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
    if (!isWhole && last == null) {
      return RunResult.nothing();
    }
    return new Executor(Target.at(dialect, empty), ExecutorOptions.defaults().withRowChecks(null))
        .migrate(folder.history(), last);
  }

  /**
   * What the rows of an environment say to the migrations that it lacks; nothing is written.
   *
   * @param environment its name
   * @param to the last migration that is asked about; null for all
   * @param options how long each answer may take, and who is told what is asked
   * @param sample which rows are asked; null for all
   * @throws SlipwayException when the environment and the history do not fit together, or a
   *     question can't be answered
   */
  public PreflightResult preflight(
      String environment, @Nullable String to, ExecutorOptions options, @Nullable Sample sample) {
    return executor(target(environment, Access.READ), options)
        .preflight(folder.history(), to, sample);
  }

  /**
   * The migrations that an environment lacks, in their order; nothing is written.
   *
   * @param environment its name
   * @param to the last one to be listed; null for all
   * @throws SlipwayException when the environment and the history do not fit together
   */
  public List<Migration> pending(String environment, @Nullable String to) {
    History history = folder.history();
    return new Executor(target(environment, Access.READ), ExecutorOptions.defaults())
        .pending(history, to);
  }

  /**
   * Takes back what was applied after a migration, the last one first. One that is applied in part
   * is taken back by a plan from what is there to the catalog before it; rows that its segments
   * changed stay as they are.
   *
   * @param environment its name
   * @param to the migration that becomes the last one applied; {@link Executor#BEGINNING} for none
   * @param allowed the names of migrations that may be taken back although data is lost for good
   * @param options how the executor behaves
   * @throws SlipwayException when the way back is refused or fails; it says what stays
   */
  public RunResult rollback(
      String environment, String to, Set<String> allowed, ExecutorOptions options) {
    History history = folder.history();
    Target target = target(environment, Access.WRITE);
    RunResult undone =
        new Undoing(dialect, target, planner(), known(catalogsOf(history)), options)
            .undo(history, to, allowed);
    return undone.and(new Executor(target, options).rollback(history, to, allowed));
  }

  /**
   * Makes an environment what the definition says, without a migration. Nothing runs when a step
   * loses data that is not allowed, or when rows violate what a step demands. Rows are never
   * deleted.
   *
   * @param environment its name
   * @param allowances the hazards that are allowed for it
   * @param answers what became of what is gone
   * @param dryRun whether nothing shall run
   * @param options how the executor behaves
   * @throws dev.slipway.question.OpenQuestionsException when something may be renamed or dropped,
   *     and nobody says which
   * @throws SlipwayException when the environment is protected or can't be reached, or a statement
   *     fails; nothing stays
   */
  public Pushed push(
      String environment,
      Allowances allowances,
      Answers answers,
      boolean dryRun,
      ExecutorOptions options) {
    EnvironmentConfiguration settings = configuration.environment(environment);
    if (settings.protectedEnvironment() && !dryRun) {
      throw new SlipwayException(
          WorkspaceError.ENVIRONMENT_PROTECTED,
          "The environment " + environment + " is protected: push does not change it.",
          "Write a migration with `slipway generate` and apply it with `slipway migrate "
              + environment
              + "`.");
    }
    Target target = target(environment, dryRun ? Access.READ : Access.WRITE);
    Meanwhile<Catalog> early = ahead(target);
    Desired defined = definition();
    Scope known = known(withHead(List.of(defined.catalog())));
    Catalog before = early == null ? introspect(target, known) : early.await();
    Desired desired =
        Inquiry.resolve(dialect, before, defined, answers.dropping(allowances.objectsLost()));
    SchemaPlanner planner =
        planner().parking(MigrationName.parking(LocalDateTime.now(clock.withZone(ZoneOffset.UTC))));
    Plan plan = planner.plan(before, desired);
    List<WeighedHazard> weighed = scales().weigh(target, plan.hazards().toList());
    List<Hazard> refused =
        allowances.refused(
            weighed.stream().filter(WeighedHazard::counts).map(WeighedHazard::hazard).toList());
    List<RowFinding> findings =
        RowChecker.of(dialect, options).check(target, plan.checks().toList());
    List<ReleaseConflict> conflicts =
        plan.isEmpty()
            ? List.of()
            : ReleaseConflicts.of(
                "push",
                CarriedOut.renames(plan),
                before,
                desired.catalog(),
                new ReleaseRegister(target, options).list());
    allowances.requireUse(plan, conflicts);
    List<ReleaseConflict> unexpected = allowances.unexpected(conflicts);
    boolean runs =
        !dryRun
            && refused.isEmpty()
            && findings.isEmpty()
            && unexpected.isEmpty()
            && !plan.isEmpty();
    if (runs) {
      planner.prove(plan, before, desired.catalog());
      new Executor(target, options)
          .apply(
              "push",
              Guarding.statements(dialect, plan, weighed),
              connection -> requireUnchanged(connection, known, before, environment),
              ParkedPart.of(plan));
    }
    return new Pushed(environment, plan, refused, weighed, findings, unexpected, runs);
  }

  private Scales scales() {
    return new Scales(dialect, configuration.smallness());
  }

  private void requireUnchanged(
      Connection connection, Scope known, Catalog before, String environment) {
    Catalog now = dialect.introspect(connection, known);
    if (!now.equals(before)) {
      throw new SlipwayException(
          WorkspaceError.TARGET_CHANGED,
          "The schema of " + environment + " changed while the plan was made. Nothing ran.",
          "Run the command again.");
    }
  }

  /**
   * The plan that turns one source into another. What may be renamed is dropped and created in it,
   * and told as a question.
   *
   * @param from the address of a source, or the name of an environment
   * @param to the same
   * @throws SlipwayException when one can't be read
   */
  public Diffed diff(String from, String to) {
    Sides sides = sides(from, to);
    Plan plan = planner().plan(sides.from(), sides.to());
    return new Diffed(
        plan,
        source(from) instanceof Source.Database(DatabaseUrl url)
            ? scales().weigh(Target.at(dialect, url), plan.hazards().toList())
            : List.of(),
        Inquiry.questions(dialect, sides.from(), sides.to()));
  }

  /**
   * Proves that two sources lead to each other: each way is planned, run, compared, planned again
   * and taken back in databases of the shadow. Where there is a pg_dump for its version, that is
   * asked as well.
   *
   * @param from the address of a source, or the name of an environment
   * @param to the same
   * @throws SlipwayException when one can't be read
   */
  public Proved prove(String from, String to) {
    Sides sides = sides(from, to);
    PgDump pgDump =
        PgDump.onPath().filter(found -> found.version() >= configuration.postgres()).orElse(null);
    return new Proved(
        new BothWays(dialect, projectShadow.shadow(), pgDump).prove(sides.from(), sides.to()),
        pgDump == null ? null : pgDump.version());
  }

  /**
   * The plan that creates everything of a source in an empty database.
   *
   * @param source the address of a source, or the name of an environment; null for the definition
   * @throws SlipwayException when it can't be read
   */
  public Plan export(@Nullable String source) {
    Desired desired = source == null ? definition() : read(source, List.of());
    return planner().create(desired.catalog());
  }

  /**
   * Writes the schema of a source as a new definition in Java, proved to lead to the same.
   *
   * @param address the address of a source, or the name of an environment
   * @param into the root of the Java sources that it becomes part of
   * @param packageName the package of its classes
   * @param check how far what was written is tried; null for what fits the number of tables
   * @throws SlipwayException when the source can't be read, a definition is there already, or none
   *     leads to that schema; nothing is written then
   */
  public Pulled pull(String address, Path into, String packageName, Pulling.@Nullable Check check) {
    Path folder = into.resolve(packageName.replace('.', '/'));
    PulledFiles.requireNone(folder, folder.toString());
    Catalog catalog = read(address, List.of()).catalog();
    Pulled pulled = new Pulling(dialect, planner(), reader(), check).pull(catalog, packageName);
    PulledFiles.write(into, pulled.files());
    return pulled.leaving(reader().leftOut(source(address)));
  }

  /**
   * Writes the schema of an environment as a new definition in Java and as the first migration,
   * which counts as applied there.
   *
   * @param environment its name
   * @param into the root of the Java sources that it becomes part of
   * @param packageName the package of its classes
   * @param check how far what was written is tried; null for what fits the number of tables
   * @param options how the executor behaves
   * @throws SlipwayException when there are migrations already, in the project or in the
   *     environment, and for what {@link #pull} refuses; nothing is written then
   */
  public Pulled pullBaseline(
      String environment,
      Path into,
      String packageName,
      Pulling.@Nullable Check check,
      ExecutorOptions options) {
    requireNewBaseline(environment);
    Path destination = into.resolve(packageName.replace('.', '/'));
    PulledFiles.requireNone(destination, destination.toString());
    Target target = target(environment, Access.WRITE);
    Scope known = known(List.of());
    Catalog catalog = introspect(target, known);
    Pulled pulled = new Pulling(dialect, planner(), reader(), check).pull(catalog, packageName);
    Migration migration =
        adoption()
            .adopt(
                catalog,
                new Executor(target, options),
                connection -> requireUnchanged(connection, known, catalog, environment));
    PulledFiles.write(into, pulled.files());
    return pulled.withBaseline(migration.name());
  }

  /**
   * Takes over what was changed in a database into the sources of the definition.
   *
   * @param address the address of a source, or the name of an environment
   * @return what became of the files
   * @throws SlipwayException when the definition has no folder of sources, or naming each change
   *     that has no safe place in them; nothing is written then
   */
  public Updated pullUpdate(String address) {
    var sources = UpdatedSources.of(Source.parse(configuration.schema(), configuration.root()));
    Catalog definition = definition().catalog();
    Catalog database = read(address, List.of(definition)).catalog();
    Updated updated =
        new Updating(dialect, planner(), reader(), configuration.root())
            .update(sources, definition, database);
    PulledFiles.write(updated);
    return updated;
  }

  /**
   * Refuses a first migration where there can't be one.
   *
   * @param environment the environment in which it would count as applied
   */
  public void requireNewBaseline(String environment) {
    if (!configuration.environments().containsKey(environment)) {
      throw new SlipwayException(
          WorkspaceError.BASELINE_OF_NO_ENVIRONMENT,
          "A baseline counts as applied in an environment, and "
              + (DatabaseUrl.looksLike(environment) ? "an address" : environment)
              + " is none.",
          "Name the database under environments: in slipway.yml, and pull from that name.");
    }
    adoption().requireNoMigrations();
  }

  private Adoption adoption() {
    return new Adoption(dialect, planner(), folder, clock);
  }

  /**
   * What an environment has, lacks, and how it differs from what it should be; nothing is written.
   *
   * @param environment its name
   * @throws SlipwayException when it can't be reached, or the history is wrong
   */
  public EnvironmentStatus status(String environment) {
    Target target = target(environment, Access.READ);
    Meanwhile<LedgerContents> ledger = Meanwhile.begin(() -> LedgerContents.read(target));
    History history = folder.history();
    MigrationStatus migrations = MigrationStatus.of(history, ledger.await());
    return new StatusReading(
            dialect, planner(), projectShadow.shadow().scope(), configuration.keep())
        .read(
            environment,
            url(environment, Access.READ),
            configuration.environment(environment).logins().apart(),
            target,
            history,
            migrations);
  }

  /**
   * How an environment differs from what its migrations made of it; nothing is written.
   *
   * @param environment its name
   * @throws SlipwayException when it can't be reached, the history is wrong, or a migration is
   *     applied in part, so that nothing says what should be there
   */
  public Drift drift(String environment) {
    Target target = target(environment, Access.READ);
    LedgerContents ledger = LedgerContents.read(target);
    Advance advance = ledger.advance();
    if (advance != null) {
      throw new SlipwayException(
          MigrationError.PARTLY_APPLIED,
          advance.migration()
              + " is applied to "
              + environment
              + " in part: nothing says what should be there.",
          "Finish it with `slipway migrate " + environment + "`, or take it back.");
    }
    if (ledger.applied().isEmpty()) {
      return Drifting.none(environment);
    }
    String name = ledger.applied().getLast().name();
    Migration last = folder.history().find(name);
    if (last == null) {
      throw new SlipwayException(
          MigrationError.APPLIED_BUT_MISSING,
          name + " is applied to " + environment + ", but is not in the folder of migrations.",
          "Get its folder back, from another branch for instance.");
    }
    Catalog expected = last.readCatalog();
    return new Drifting(planner())
        .between(environment, expected, introspect(target, known(List.of(expected))));
  }

  /**
   * Drops for good what is parked in an environment.
   *
   * @param environment its name
   * @param selection what goes
   * @param confirmation is asked before something does, and told what
   * @param options how the executor behaves
   * @return what went, or would go
   * @throws SlipwayException when it can't be reached, or a statement fails; nothing goes then
   */
  public Purged purge(
      String environment,
      Purging.Selection selection,
      Consumer<List<Parked>> confirmation,
      ExecutorOptions options) {
    Target target = target(environment, selection.dryRun() ? Access.READ : Access.WRITE);
    return new Purging(dialect, target, configuration.keep())
        .purge(environment, selection, confirmation, options);
  }

  /**
   * Checks the project without an environment: that the history is whole, that its migrations lead
   * where they say and back, and that the definition has no change without a migration.
   *
   * @throws SlipwayException when the definition can't be read at all
   */
  public Checked check() {
    return new Checking(dialect, projectShadow.shadow(), planner(), folder).check(definition());
  }

  /**
   * What the compiled classes of an application use of the schema; nothing is written.
   *
   * @param classes jars and folders
   * @throws SlipwayException when they can't be read
   */
  public List<ReleaseUse> usage(List<Path> classes) {
    Migration head = folder.history().head();
    return usage(classes, head);
  }

  private List<ReleaseUse> usage(List<Path> classes, @Nullable Migration last) {
    return UsageScan.of(
        classes,
        last == null ? Catalog.empty(dialect.engine()) : last.readCatalog(),
        configuration.classpath(),
        reader().classes(Source.parse(configuration.schema(), configuration.root())));
  }

  /**
   * What was written of a release.
   *
   * @param changed whether it was not known before, or used something else
   * @param objects how many tables it uses something of
   * @param columns how many columns it is known to use by themselves
   */
  public record Registered(boolean changed, long objects, long columns) {}

  /**
   * Writes into the ledger of an environment that a release of an application works with it.
   *
   * @param environment its name
   * @param release what the release is called
   * @param classes its jars and folders
   * @param options how the executor behaves
   * @throws SlipwayException when the name is none, the classes can't be read, or the environment
   *     not be written to
   */
  public Registered startRelease(
      String environment, String release, List<Path> classes, ExecutorOptions options) {
    ReleaseRegister.requireName(release);
    Target target = target(environment, Access.WRITE);
    History history = folder.history();
    List<AppliedMigration> applied = LedgerContents.read(target).applied();
    Migration last = applied.isEmpty() ? null : history.find(applied.getLast().name());
    List<ReleaseUse> uses = usage(classes, last == null ? history.head() : last);
    boolean isChanged = new ReleaseRegister(target, options).start(release, uses);
    return new Registered(
        isChanged,
        uses.stream().map(use -> use.object().path().subList(0, 2)).distinct().count(),
        uses.stream()
            .map(ReleaseUse::object)
            .filter(object -> object.kind() == Kind.COLUMN)
            .distinct()
            .count());
  }

  /**
   * Writes that a release does not work with an environment any more.
   *
   * @param environment its name
   * @param release what the release is called
   * @param options how the executor behaves
   * @return whether it did until now
   */
  public boolean endRelease(String environment, String release, ExecutorOptions options) {
    return new ReleaseRegister(target(environment, Access.WRITE), options).end(release);
  }

  /**
   * The releases that work with an environment, or did.
   *
   * @param environment its name
   */
  public List<DeployedRelease> releases(String environment) {
    return new ReleaseRegister(target(environment, Access.READ), ExecutorOptions.defaults()).list();
  }

  /** The catalog of the definition with its declared renames. */
  private Desired definition() {
    return reader().read(Source.parse(configuration.schema(), configuration.root()));
  }

  private record Sides(Catalog from, Desired to) {}

  private Executor executor(Target target, ExecutorOptions options) {
    return new Executor(target, options.withSmallness(configuration.smallness()));
  }

  /** A database is read after the other side, which may name roles that are compared. */
  private Sides sides(String from, String to) {
    Source first = source(from);
    Source second = source(to);
    if (second instanceof Source.Database) {
      Meanwhile<Catalog> early = ahead(second);
      Catalog other = read(first, List.of()).catalog();
      return new Sides(
          other, early == null ? read(second, List.of(other)) : Desired.of(early.await()));
    }
    Meanwhile<Catalog> early = ahead(first);
    Desired desired = read(second, List.of());
    return new Sides(
        early == null ? read(first, List.of(desired.catalog())).catalog() : early.await(), desired);
  }

  private @Nullable Meanwhile<Catalog> ahead(Source source) {
    return source instanceof Source.Database(DatabaseUrl url)
        ? ahead(Target.at(dialect, url))
        : null;
  }

  private Desired read(String address, List<Catalog> others) {
    return read(source(address), others);
  }

  /**
   * @param others what names the roles and partitions that are compared if the source is a
   *     database, beside the last migration
   */
  private Desired read(Source source, List<Catalog> others) {
    return source instanceof Source.Database
        ? reader().read(source, known(withHead(others)))
        : reader().read(source);
  }

  private Source source(String address) {
    return configuration.environments().containsKey(address)
        ? new Source.Database(checked(address))
        : Source.parse(address, Path.of("").toAbsolutePath());
  }

  /** The address of an environment, asked once whether it leads there, since it is only read. */
  private DatabaseUrl checked(String environment) {
    if (checked.add(environment)) {
      check(environment, Access.READ);
    }
    return url(environment, Access.READ);
  }

  private void check(String environment, Access access) {
    try {
      // That it is opened is all: somebody would have objected.
      target(environment, access).connector().apply("check").close();
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  private List<Catalog> withHead(List<Catalog> catalogs) {
    if (!projectShadow.comparesRoles() && configuration.partitionsOfOthers().isEmpty()) {
      return catalogs;
    }
    Migration head = folder.history().head();
    List<Catalog> all = new ArrayList<>(catalogs);
    if (head != null) {
      all.add(head.readCatalog());
    }
    return all;
  }

  private List<Catalog> catalogsOf(History history) {
    return projectShadow.comparesRoles()
        ? history.migrations().stream().map(Migration::readCatalog).toList()
        : List.of();
  }

  /** Begins to read a database where what is read of it needs no other catalog; else null. */
  private @Nullable Meanwhile<Catalog> ahead(Target target) {
    Scope scope = projectShadow.shadow().scope();
    return scope.isDecidedByCatalogs() ? null : Meanwhile.begin(() -> introspect(target, scope));
  }

  /**
   * What is left out of a database: of all the roles of its cluster, and of the partitions that
   * others may make, those that nothing names.
   */
  private Scope known(List<Catalog> catalogs) {
    return projectShadow.shadow().scope().knowing(catalogs);
  }

  private Catalog introspect(Target target, Scope scope) {
    try (Connection connection = target.connector().apply("introspect")) {
      return dialect.introspect(connection, scope);
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  /**
   * Where an environment's database is, after it was looked at whether it is that.
   *
   * @param environment its name
   * @param access what is going to be done there
   * @throws SlipwayException when the database is another, or can't be reached
   */
  public DatabaseUrl address(String environment, Access access) {
    check(environment, access);
    return url(environment, access);
  }

  private Target target(String environment, Access access) {
    return GuardedTarget.of(
        dialect, url(environment, access), guard, configuration.environment(environment), access);
  }

  private DatabaseUrl url(String environment, Access access) {
    return targets.url(configuration.environment(environment), access, projectShadow.prelude());
  }

  private SourceReader reader() {
    return new SourceReader(
        dialect,
        projectShadow.shadow(),
        configuration.root(),
        configuration.classpath(),
        (database, path) ->
            Replaying.run(
                dialect,
                projectShadow.shadow(),
                database,
                new MigrationFolder(path, dialect, classes)),
        projectShadow.elaborations(),
        new Entities(
            configuration.root(),
            configuration.classpath(),
            configuration.jpa(),
            configuration.postgres()));
  }

  private SchemaPlanner planner() {
    return new SchemaPlanner(dialect, projectShadow.shadow());
  }

  /**
   * Looks at all that has to be right before the commands work on an environment, and changes
   * nothing.
   *
   * @param environment its name
   */
  public List<Diagnosis> examine(String environment) {
    return new Examining(configuration, folder, dialect, clock, guard)
        .examine(access -> url(environment, access), configuration.environment(environment));
  }

  /**
   * Refuses an environment that must not be changed, before anybody is asked a question.
   *
   * @param environment its name
   * @throws SlipwayException when its database is another, or can't be reached
   */
  public void requireChangeable(String environment) {
    check(environment, Access.WRITE);
  }

  /**
   * A connection to an environment, whatever its database says that it is: for what gives it its
   * name. The caller closes it.
   *
   * @param environment its name
   * @param access what is going to be done there
   * @throws SlipwayException when it can't be reached
   */
  public Connection connectUnchecked(String environment, Access access) {
    return dialect.connect(url(environment, access), "stamp");
  }

  /**
   * A connection to an environment, after its database was looked at whether it is that. The caller
   * closes it.
   *
   * @param environment its name
   * @param access what is going to be done there
   * @param purpose what it is for, as the server shows it
   * @throws SlipwayException when the database is another, or can't be reached
   */
  public Connection connect(String environment, Access access, String purpose) {
    return target(environment, access).connector().apply(purpose);
  }

  /**
   * Creates an environment's ledger where there is none, and brings an older one to the newest
   * form.
   *
   * @param environment its name
   * @param options how long the lock is waited for
   * @throws SlipwayException when it must not be changed, or can't be
   */
  public void prepareLedger(String environment, ExecutorOptions options) {
    LedgerPreparation.prepare(target(environment, Access.WRITE), options);
  }

  /** How the databases of this project are spoken to. */
  public Dialect dialect() {
    return dialect;
  }

  /**
   * The fingerprint of what an environment holds now, read as {@link #status} reads it.
   *
   * @param environment its name
   * @throws SlipwayException when it can't be read
   */
  public Fingerprint fingerprint(String environment) {
    Target target = target(environment, Access.READ);
    List<AppliedMigration> applied = LedgerContents.read(target).applied();
    Migration last = applied.isEmpty() ? null : folder.history().find(applied.getLast().name());
    return introspect(target, known(last == null ? List.of() : List.of(last.readCatalog())))
        .fingerprint();
  }

  /**
   * What an environment shows at a glance.
   *
   * @param address where it is
   * @param login as whom it was looked at
   * @param applied what its ledger has, in the order in which it was applied
   * @param traits in what it may differ from others beside its schema
   */
  public record Look(
      DatabaseUrl address, Login login, List<AppliedMigration> applied, List<Trait> traits) {

    /** Copies the lists. */
    public Look {
      applied = List.copyOf(applied);
      traits = List.copyOf(traits);
    }
  }

  /**
   * Looks at an environment; nothing is written.
   *
   * @param environment its name
   * @throws SlipwayException when it can't be read
   */
  public Look look(String environment) {
    Target target = target(environment, Access.READ);
    List<AppliedMigration> applied = LedgerContents.read(target).applied();
    try (Connection connection = target.connector().apply("look")) {
      return new Look(
          url(environment, Access.READ),
          dialect.sessions().login(connection),
          applied,
          dialect.traits(connection));
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
  }

  /**
   * A class of the project that writes the rows of a seed.
   *
   * @param name its name
   * @throws SlipwayException when there is none, or it is none
   */
  public SeedClass seedClass(String name) {
    return classes.seed(name);
  }

  /**
   * Does in an environment what no migration holds, each piece in a transaction of its own.
   *
   * @param environment its name
   * @param command what it is done for
   * @param works the pieces in their order
   * @param options how the executor behaves
   * @param done is told of each piece that is committed, and how long it took
   * @throws SlipwayException when a piece fails; those before it stay
   */
  public void work(
      String environment,
      String command,
      List<DirectWork> works,
      ExecutorOptions options,
      BiConsumer<DirectWork, Duration> done) {
    new Executor(target(environment, Access.WRITE), options).work(command, works, done);
  }

  /**
   * What was done last in an environment under each name that no migration holds.
   *
   * @param environment its name
   * @param command what it was done for
   */
  public List<DirectPart> done(String environment, String command) {
    try (Connection connection = target(environment, Access.READ).connector().apply(command)) {
      return dialect.ledger().direct(connection, command);
    } catch (SQLException e) {
      throw new IllegalStateException("reading the ledger failed", e);
    }
  }

  /** What every catalog of this project leaves out: what its platform and its prelude provide. */
  public Scope scope() {
    return projectShadow.shadow().scope();
  }

  /**
   * How an empty environment becomes like another one; nothing is written.
   *
   * @param from the name of the one that is copied
   * @param to the name of the empty one, which need not be stamped yet
   * @param terms what comes along
   * @throws SlipwayException when a migration is applied in part, the second one is not empty, or
   *     what would run does not lead there
   */
  public SchemaCopy copy(String from, String to, CopyTerms terms) {
    return schemaCopying()
        .find(
            from,
            target(from, Access.READ),
            withHead(List.of()),
            to,
            Target.at(dialect, url(to, Access.WRITE)),
            terms);
  }

  /**
   * Makes an empty environment like another one, and writes into its ledger what is applied there.
   *
   * @param copy what {@link #copy} found
   * @param terms what comes along, as it was said then
   * @param options how the executor behaves
   * @throws SlipwayException when its database is another or not empty any more, or a statement is
   *     refused; of the schema nothing stays then
   */
  public RunResult create(SchemaCopy copy, CopyTerms terms, ExecutorOptions options) {
    Target target = target(copy.to(), Access.WRITE);
    if (!copy.provided().isEmpty()) {
      try (Connection connection = target.connector().apply("env create")) {
        Prelude.loadWhole(connection, copy.provided());
      } catch (SQLException e) {
        throw new IllegalStateException("closing a connection failed", e);
      }
    }
    Scope scope = schemaCopying().scope(terms);
    return new Executor(target, options)
        .create(
            "env create",
            copy.statements(),
            copy.applied(),
            connection ->
                requireUnchanged(
                    connection, scope.knowing(List.of(copy.wanted())), copy.before(), copy.to()));
  }

  private SchemaCopying schemaCopying() {
    return new SchemaCopying(
        dialect, planner(), projectShadow.shadow().scope(), projectShadow.prelude());
  }

  /**
   * Whether an environment's database holds nothing yet: no migration, and no table beside what its
   * platform provides.
   *
   * @param environment its name
   * @throws SlipwayException when it can't be reached
   */
  public boolean isEmpty(String environment) {
    Target target = Target.at(dialect, url(environment, Access.WRITE));
    return LedgerContents.read(target).applied().isEmpty()
        && introspect(target, known(List.of())).all(Table.class).isEmpty();
  }

  @Override
  public void close() {
    classes.close();
    projectShadow.close();
    targets.close();
  }
}
