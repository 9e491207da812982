package dev.slipway.workspace;

import dev.slipway.catalog.Fingerprint;
import dev.slipway.catalog.Table;
import dev.slipway.config.Configuration;
import dev.slipway.datamigration.SeedClass;
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
import dev.slipway.migration.DirectWork;
import dev.slipway.migration.Executor;
import dev.slipway.migration.ExecutorOptions;
import dev.slipway.migration.History;
import dev.slipway.migration.LedgerContents;
import dev.slipway.migration.LedgerPreparation;
import dev.slipway.migration.Migration;
import dev.slipway.migration.MigrationFolder;
import dev.slipway.migration.MigrationStatus;
import dev.slipway.migration.PreflightResult;
import dev.slipway.migration.ReleaseRegister;
import dev.slipway.migration.RunResult;
import dev.slipway.migration.Target;
import dev.slipway.pgdump.PgDump;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Sample;
import dev.slipway.planner.Desired;
import dev.slipway.planner.SchemaPlanner;
import dev.slipway.planner.Ways;
import dev.slipway.proof.BothWays;
import dev.slipway.pull.Pulled;
import dev.slipway.pull.Pulling;
import dev.slipway.pull.Updated;
import dev.slipway.question.Answers;
import dev.slipway.question.Inquiry;
import dev.slipway.shadow.Prelude;
import dev.slipway.source.Source;
import dev.slipway.workspace.EnvironmentGuard.Access;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
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

  private final Project project;

  private Workspace(Project project) {
    this.project = project;
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
    return new Workspace(new Project(configuration, clock, watcher, guard));
  }

  /** The folder that holds the migrations. */
  public MigrationFolder migrations() {
    return project.folder();
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
            project.dialect(),
            project.shadow().shadow(),
            project.configuration().online() ? Ways.ONLINE : Ways.DIRECT);
    return new Generation(
            project.dialect(),
            planner,
            project.folder(),
            project.clock(),
            project.reader(),
            project.shadow().elaborations())
        .generate(project.definitionSource(), name, allowances, answers, dryRun);
  }

  /**
   * Writes a migration without statements, for scripts that a person writes.
   *
   * @param name what it shall do, such as {@code fill in message seq}
   * @throws SlipwayException when the history is wrong, or the last migration is unfinished itself
   */
  public Migration generateEmpty(String name) {
    return Handwriting.begin(project.folder(), project.clock(), name);
  }

  /**
   * Finishes the last migration after a person wrote its scripts: runs it forth, back and forth
   * again on a shadow, and writes down what the schema is after it.
   *
   * @param allowances what it may lose
   * @throws SlipwayException when a script fails or leads elsewhere; nothing is written then
   */
  public Finished finish(Allowances allowances) {
    return new Handwriting(
            project.dialect(), project.shadow().shadow(), project.planner(), project.folder())
        .finish(allowances);
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
    return new Squashing(
            project.dialect(), project.shadow().shadow(), project.planner(), project.folder())
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
    return new Rebasing(
            project.dialect(), project.shadow().shadow(), project.planner(), project.folder())
        .rebase(name, dryRun);
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
          project
              .executor(project.target(environment, Access.WRITE), options.withRowChecks(null))
              .preflight(project.folder().history(), to, null)
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
    Target target = project.target(environment, Access.WRITE);
    Meanwhile<LedgerContents> ledger = Meanwhile.begin(() -> LedgerContents.read(target));
    History history = project.folder().history();
    return project.executor(target, options).migrate(history, to, ledger.await());
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
    try (Connection connection = project.dialect().connect(empty, "fill")) {
      Prelude.load(connection, project.shadow().prelude());
    } catch (SQLException e) {
      throw new IllegalStateException("closing a connection failed", e);
    }
    if (!isWhole && last == null) {
      return RunResult.nothing();
    }
    return new Executor(
            Target.at(project.dialect(), empty), ExecutorOptions.defaults().withRowChecks(null))
        .migrate(project.folder().history(), last);
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
    return project
        .executor(project.target(environment, Access.READ), options)
        .preflight(project.folder().history(), to, sample);
  }

  /**
   * The migrations that an environment lacks, in their order; nothing is written.
   *
   * @param environment its name
   * @param to the last one to be listed; null for all
   * @throws SlipwayException when the environment and the history do not fit together
   */
  public List<Migration> pending(String environment, @Nullable String to) {
    History history = project.folder().history();
    return new Executor(project.target(environment, Access.READ), ExecutorOptions.defaults())
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
    History history = project.folder().history();
    Target target = project.target(environment, Access.WRITE);
    RunResult undone =
        new Undoing(
                project.dialect(),
                target,
                project.planner(),
                project.known(project.catalogsOf(history)),
                options)
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
    return new Pushing(project).push(environment, allowances, answers, dryRun, options);
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
    Project.Sides sides = project.sides(from, to);
    Plan plan = project.planner().plan(sides.from(), sides.to());
    return new Diffed(
        plan,
        project.source(from) instanceof Source.Database(DatabaseUrl url)
            ? project.scales().weigh(Target.at(project.dialect(), url), plan.hazards().toList())
            : List.of(),
        Inquiry.questions(project.dialect(), sides.from(), sides.to()));
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
    Project.Sides sides = project.sides(from, to);
    PgDump pgDump =
        PgDump.onPath()
            .filter(found -> found.version() >= project.configuration().postgres())
            .orElse(null);
    return new Proved(
        new BothWays(project.dialect(), project.shadow().shadow(), pgDump)
            .prove(sides.from(), sides.to()),
        pgDump == null ? null : pgDump.version());
  }

  /**
   * The plan that creates everything of a source in an empty database.
   *
   * @param source the address of a source, or the name of an environment; null for the definition
   * @throws SlipwayException when it can't be read
   */
  public Plan export(@Nullable String source) {
    Desired desired = source == null ? project.definition() : project.read(source, List.of());
    return project.planner().create(desired.catalog());
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
    return new Pulls(project).pull(address, into, packageName, check);
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
    return new Pulls(project).pullBaseline(environment, into, packageName, check, options);
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
    return new Pulls(project).pullUpdate(address);
  }

  /**
   * Refuses a first migration where there can't be one.
   *
   * @param environment the environment in which it would count as applied
   */
  public void requireNewBaseline(String environment) {
    new Pulls(project).requireNewBaseline(environment);
  }

  /**
   * What an environment has, lacks, and how it differs from what it should be; nothing is written.
   *
   * @param environment its name
   * @throws SlipwayException when it can't be reached, or the history is wrong
   */
  public EnvironmentStatus status(String environment) {
    Target target = project.target(environment, Access.READ);
    Meanwhile<LedgerContents> ledger = Meanwhile.begin(() -> LedgerContents.read(target));
    History history = project.folder().history();
    MigrationStatus migrations = MigrationStatus.of(history, ledger.await());
    return new StatusReading(
            project.dialect(),
            project.planner(),
            project.shadow().shadow().scope(),
            project.configuration().keep())
        .read(
            environment,
            project.url(environment, Access.READ),
            project.configuration().environment(environment).logins().apart(),
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
    return new DriftReading(project).drift(environment);
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
    Target target = project.target(environment, selection.dryRun() ? Access.READ : Access.WRITE);
    return new Purging(project.dialect(), target, project.configuration().keep())
        .purge(environment, selection, confirmation, options);
  }

  /**
   * Checks the project without an environment: that the history is whole, that its migrations lead
   * where they say and back, and that the definition has no change without a migration.
   *
   * @throws SlipwayException when the definition can't be read at all
   */
  public Checked check() {
    return new Checking(
            project.dialect(), project.shadow().shadow(), project.planner(), project.folder())
        .check(project.definition());
  }

  /**
   * What the compiled classes of an application use of the schema; nothing is written.
   *
   * @param classes jars and folders
   * @throws SlipwayException when they can't be read
   */
  public List<ReleaseUse> usage(List<Path> classes) {
    Migration head = project.folder().history().head();
    return new ReleaseBook(project).usage(classes, head);
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
    return new ReleaseBook(project).startRelease(environment, release, classes, options);
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
    return new ReleaseRegister(project.target(environment, Access.WRITE), options).end(release);
  }

  /**
   * The releases that work with an environment, or did.
   *
   * @param environment its name
   */
  public List<DeployedRelease> releases(String environment) {
    return new ReleaseRegister(project.target(environment, Access.READ), ExecutorOptions.defaults())
        .list();
  }

  /**
   * Where an environment's database is, after it was looked at whether it is that.
   *
   * @param environment its name
   * @param access what is going to be done there
   * @throws SlipwayException when the database is another, or can't be reached
   */
  public DatabaseUrl address(String environment, Access access) {
    project.check(environment, access);
    return project.url(environment, access);
  }

  /**
   * Looks at all that has to be right before the commands work on an environment, and changes
   * nothing.
   *
   * @param environment its name
   */
  public List<Diagnosis> examine(String environment) {
    return new Examining(
            project.configuration(),
            project.folder(),
            project.dialect(),
            project.clock(),
            project.guard())
        .examine(
            access -> project.url(environment, access),
            project.configuration().environment(environment));
  }

  /**
   * Refuses an environment that must not be changed, before anybody is asked a question.
   *
   * @param environment its name
   * @throws SlipwayException when its database is another, or can't be reached
   */
  public void requireChangeable(String environment) {
    project.check(environment, Access.WRITE);
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
    return project.dialect().connect(project.url(environment, access), "stamp");
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
    return project.target(environment, access).connector().apply(purpose);
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
    LedgerPreparation.prepare(project.target(environment, Access.WRITE), options);
  }

  /** How the databases of this project are spoken to. */
  public Dialect dialect() {
    return project.dialect();
  }

  /**
   * The fingerprint of what an environment holds now, read as {@link #status} reads it.
   *
   * @param environment its name
   * @throws SlipwayException when it can't be read
   */
  public Fingerprint fingerprint(String environment) {
    Target target = project.target(environment, Access.READ);
    List<AppliedMigration> applied = LedgerContents.read(target).applied();
    Migration last =
        applied.isEmpty() ? null : project.folder().history().find(applied.getLast().name());
    return project
        .introspect(target, project.known(last == null ? List.of() : List.of(last.readCatalog())))
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
    Target target = project.target(environment, Access.READ);
    List<AppliedMigration> applied = LedgerContents.read(target).applied();
    try (Connection connection = target.connector().apply("look")) {
      return new Look(
          project.url(environment, Access.READ),
          project.dialect().sessions().login(connection),
          applied,
          project.dialect().traits(connection));
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
    return project.classes().seed(name);
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
    new Executor(project.target(environment, Access.WRITE), options).work(command, works, done);
  }

  /**
   * What was done last in an environment under each name that no migration holds.
   *
   * @param environment its name
   * @param command what it was done for
   */
  public List<DirectPart> done(String environment, String command) {
    try (Connection connection =
        project.target(environment, Access.READ).connector().apply(command)) {
      return project.dialect().ledger().direct(connection, command);
    } catch (SQLException e) {
      throw new IllegalStateException("reading the ledger failed", e);
    }
  }

  /** What every catalog of this project leaves out: what its platform and its prelude provide. */
  public Scope scope() {
    return project.shadow().shadow().scope();
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
            project.target(from, Access.READ),
            project.withHead(List.of()),
            to,
            Target.at(project.dialect(), project.url(to, Access.WRITE)),
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
    Target target = project.target(copy.to(), Access.WRITE);
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
                project.requireUnchanged(
                    connection, scope.knowing(List.of(copy.wanted())), copy.before(), copy.to()));
  }

  private SchemaCopying schemaCopying() {
    return new SchemaCopying(
        project.dialect(),
        project.planner(),
        project.shadow().shadow().scope(),
        project.shadow().prelude());
  }

  /**
   * Whether an environment's database holds nothing yet: no migration, and no table beside what its
   * platform provides.
   *
   * @param environment its name
   * @throws SlipwayException when it can't be reached
   */
  public boolean isEmpty(String environment) {
    Target target = Target.at(project.dialect(), project.url(environment, Access.WRITE));
    return LedgerContents.read(target).applied().isEmpty()
        && project.introspect(target, project.known(List.of())).all(Table.class).isEmpty();
  }

  @Override
  public void close() {
    project.close();
  }
}
