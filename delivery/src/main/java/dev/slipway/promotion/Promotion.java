package dev.slipway.promotion;

import dev.slipway.config.Configuration;
import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.config.Hooks;
import dev.slipway.config.PromotionPolicy.OnFailure;
import dev.slipway.dialect.DeploymentEntry;
import dev.slipway.dialect.DeploymentRecord;
import dev.slipway.dialect.DeploymentStep;
import dev.slipway.error.SlipwayException;
import dev.slipway.migration.Origin;
import dev.slipway.migration.ToolVersion;
import dev.slipway.workspace.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Migrations on their way into an environment: start here to plan a promotion, to do it, to go on
 * with one that was cut off, and to give one up.
 *
 * <p>It goes through the {@link State states} in their order. Each is written into the
 * environment's ledger when it is entered and when it is left, so that a promotion whose process
 * was killed goes on where it was, or is taken back. Up to {@link State#APPLY} nothing is changed
 * but the ledger. Used by one thread; a lock in the database keeps two from each other.
 */
public final class Promotion {

  private static final List<Stage> STAGES =
      List.of(
          new PreflightStage(),
          new RehearsalStage(),
          new EvidenceStage(),
          new ApprovalStage(),
          new WindowStage(),
          new BackupStage(),
          new ApplyStage(),
          new VerifyStage(),
          new SmokeStage(),
          new WatchStage());

  /** How often a state behind {@code apply} is tried that can't be done at all. */
  private static final int ATTEMPTS = 3;

  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final Workspace workspace;
  private final Configuration configuration;
  private final EnvironmentConfiguration settings;
  private final PromotionOptions options;
  private final PromotionProgress progress;
  private final Planning planning;

  /**
   * @param workspace the project
   * @param configuration what its {@code slipway.yml} says
   * @param environment the environment's name
   * @param options how it is done
   * @param progress who is told how far it is
   */
  public Promotion(
      Workspace workspace,
      Configuration configuration,
      String environment,
      PromotionOptions options,
      PromotionProgress progress) {
    this.workspace = workspace;
    this.configuration = configuration;
    this.settings = configuration.environment(environment);
    this.options = options;
    this.progress = progress;
    this.planning = new Planning(workspace, environment);
  }

  /**
   * A plan with its checklist.
   *
   * @param plan what a promotion would be about
   * @param gates how each gate stands now; none where nothing is pending
   * @param hooks the programs that would run around it
   */
  public record Planned(PromotionPlan plan, List<Gate> gates, Hooks hooks) {

    /** Copies the list. */
    public Planned {
      gates = List.copyOf(gates);
    }

    /** Whether a gate keeps it from going on. */
    public boolean isRed() {
      return gates.stream().anyMatch(Gate::isRed);
    }
  }

  /**
   * What a promotion would be about and how each gate stands; nothing is written.
   *
   * @throws SlipwayException when the environment can't be read, or it and the history do not fit
   *     together
   */
  public Planned plan() {
    PromotionPlan plan = planning.plan(options);
    if (plan.migrations().isEmpty()) {
      return new Planned(plan, List.of(), settings.promotion().hooks());
    }
    Course course = course(plan, options.by());
    List<Gate> gates = new ArrayList<>(PreflightStage.gates(course));
    gates.addAll(RehearsalStage.ahead(course));
    gates.add(EvidenceStage.gate(course));
    gates.add(ApprovalStage.gate(course));
    gates.add(WindowStage.gate(course));
    gates.add(BackupStage.ahead(course));
    return new Planned(plan, gates, settings.promotion().hooks());
  }

  /**
   * Begins a promotion and does it as far as its gates let it.
   *
   * @throws SlipwayException when one is unfinished or worked on, or a state can't be done at all
   */
  public PromotionResult begin() {
    try (DeploymentSession session = open()) {
      DeploymentRecord unfinished =
          session.with(workspace.dialect().deployments()::unfinished).orElse(null);
      if (unfinished != null) {
        throw new SlipwayException(
            PromotionError.PROMOTION_UNFINISHED,
            "The deployment "
                + unfinished.id()
                + " to "
                + settings.name()
                + " is not finished: it is in the state "
                + state(unfinished).word()
                + ".",
            "Go on with `slipway promote "
                + settings.name()
                + " --resume`, or give it up with --abort.");
      }
      PromotionPlan plan = planning.plan(options);
      if (plan.migrations().isEmpty()) {
        return new PromotionResult(
            PromotionResult.Standing.NOTHING, 0, plan, List.of(), /* problem= */ null);
      }
      String json = Documents.text(plan);
      var entry =
          new DeploymentEntry(
              settings.name(),
              PromotionPlan.hash(json),
              json,
              options.by(),
              Origin.current().toString(),
              ToolVersion.current());
      long id = session.with(each -> workspace.dialect().deployments().begin(each, entry));
      progress.begun(id, plan, false);
      return run(session, id, course(plan, options.by()), null, /* isAhead= */ true);
    }
  }

  /**
   * Goes on with the promotion that is unfinished.
   *
   * @throws SlipwayException when there is none, its plan is not what would be planned now, or a
   *     state can't be done at all
   */
  public PromotionResult resume() {
    try (DeploymentSession session = open()) {
      DeploymentRecord deployment = unfinished(session);
      PromotionPlan plan = plan(deployment);
      boolean isAhead = isAhead(session, deployment, plan);
      if (isAhead) {
        planning.requireSame(plan, planning.plan(with(plan)));
      }
      progress.begun(deployment.id(), plan, true);
      Course course = course(plan, deployment.entry().by());
      return state(deployment) == State.ROLLBACK
          ? back(session, deployment.id(), course, List.of(), "It was being taken back.")
          : run(session, deployment.id(), course, deployment, isAhead);
    }
  }

  /**
   * Waits for what others do or what comes by itself, evidence, approvals and the hour, and then
   * goes on.
   *
   * @param waiting how the promotion stands
   * @param longest how long is waited in all
   * @return how it stands then: still waiting where the time is over, or another gate is red
   * @throws SlipwayException as {@link #resume} does
   */
  public PromotionResult await(PromotionResult waiting, Duration longest) {
    PromotionResult result = waiting;
    long end = System.nanoTime() + longest.toNanos();
    while (result.standing() == PromotionResult.Standing.WAITING
        && Awaited.isComing(result.gates())
        && System.nanoTime() < end) {
      var awaited = new Awaited(course(result.plan(), options.by()), result.gates());
      List<Gate> red = awaited.red();
      while (!red.isEmpty() && System.nanoTime() < end) {
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        progress.waiting(red, left);
        Pause.of(left.compareTo(Awaited.PAUSE) < 0 ? left : Awaited.PAUSE);
        red = awaited.red();
      }
      if (red.isEmpty()) {
        result = resume();
      }
    }
    return result;
  }

  /**
   * Gives up the promotion that is unfinished. What it applied is taken back, where nothing is lost
   * by that.
   *
   * @param keep whether what it applied stays
   * @throws SlipwayException when there is none, or it can't be taken back without loss
   */
  public PromotionResult abort(boolean keep) {
    try (DeploymentSession session = open()) {
      DeploymentRecord deployment = unfinished(session);
      PromotionPlan plan = plan(deployment);
      progress.begun(deployment.id(), plan, true);
      boolean isAhead = state(deployment).isAhead();
      if (isAhead || keep) {
        end(
            session,
            deployment.id(),
            DeploymentRecord.Outcome.ABORTED,
            isAhead ? "given up before anything ran" : "given up; what it applied stays");
        return new PromotionResult(
            PromotionResult.Standing.ABORTED, deployment.id(), plan, List.of(), null);
      }
      Course course = course(plan, deployment.entry().by());
      WayBack.require(course, "It was to be given up.");
      PromotionResult result =
          back(session, deployment.id(), course, List.of(), "It was given up.");
      return result.standing() == PromotionResult.Standing.ROLLED_BACK
          ? new PromotionResult(
              PromotionResult.Standing.ABORTED, deployment.id(), plan, result.gates(), null)
          : result;
    }
  }

  private DeploymentSession open() {
    return DeploymentSession.open(workspace, settings.name(), options.executor());
  }

  private DeploymentRecord unfinished(DeploymentSession session) {
    return session
        .with(workspace.dialect().deployments()::unfinished)
        .orElseThrow(() ->
            new SlipwayException(
                PromotionError.NO_PROMOTION,
                "No promotion to " + settings.name() + " is unfinished.",
                "Begin one with `slipway promote " + settings.name() + "`."));
  }

  private static PromotionPlan plan(DeploymentRecord deployment) {
    return Documents.read(deployment.entry().plan(), PromotionPlan.class);
  }

  /** The options with what belongs to a plan that is there already. */
  private PromotionOptions with(PromotionPlan plan) {
    return options.with(plan.names().getLast(), plan.waivers());
  }

  private Course course(PromotionPlan plan, String requester) {
    return new Course(
        workspace,
        configuration,
        settings,
        plan,
        planning.migrations(plan),
        requester,
        with(plan),
        progress);
  }

  /** The state that was entered last. */
  private static State state(DeploymentRecord deployment) {
    return deployment.steps().isEmpty()
        ? State.PREFLIGHT
        : State.of(deployment.steps().getLast().state());
  }

  /**
   * Whether nothing of the environment's own is changed yet: also where applying was refused before
   * its first statement. Then every gate is looked at anew.
   */
  private boolean isAhead(
      DeploymentSession session, DeploymentRecord deployment, PromotionPlan plan) {
    State state = state(deployment);
    return state.isAhead()
        || (state == State.APPLY
            && session.with(each -> workspace.dialect().ledger().advance(each) == null)
            && planning.plan(with(plan)).hash().equals(plan.hash()));
  }

  /**
   * @param earlier what became of it before; null where it just begins
   * @param isAhead whether nothing of the environment's own is changed yet
   */
  private PromotionResult run(
      DeploymentSession session,
      long id,
      Course course,
      @Nullable DeploymentRecord earlier,
      boolean isAhead) {
    List<Gate> gates = new ArrayList<>();
    for (Stage stage : STAGES) {
      if (!isAhead && isOver(stage.state(), earlier)) {
        continue;
      }
      if (isAhead && stage.state() == State.APPLY) {
        // Before it is entered: who is refused here goes through the gates again.
        planning.requireSame(course.plan(), planning.plan(course.options()));
        List<Gate> now = List.of(ApprovalStage.gate(course), WindowStage.gate(course));
        if (now.stream().anyMatch(Gate::isRed)) {
          // The backup took so long that an approval ended, or the window closed.
          progress.gates(now);
          gates.addAll(now);
          return waiting(id, course, gates, Found.of(now));
        }
      }
      Found found = found(session, id, course, stage, earlier);
      gates.addAll(found.gates());
      if (found.outcome() == DeploymentStep.Outcome.BLOCKED) {
        return waiting(id, course, gates, found);
      }
      if (!found.isPassed()) {
        String what = stage.state().word() + ": " + found.says();
        return course.policy().onFailure() == OnFailure.ROLLBACK && course.plan().isReversible()
            ? back(session, id, course, gates, what)
            : stopped(id, course, gates, WayBack.stopped(course, what));
      }
    }
    end(session, id, DeploymentRecord.Outcome.DONE, null);
    return new PromotionResult(
        PromotionResult.Standing.DONE, id, course.plan(), gates, /* problem= */ null);
  }

  /** Whether a state needs not be entered again by a promotion that has begun to apply. */
  private static boolean isOver(State state, @Nullable DeploymentRecord earlier) {
    return state.isAhead() || (earlier != null && Earlier.of(earlier, state).passed() != null);
  }

  /**
   * What came out of a state. Behind {@code apply} a state that can't be done at all is tried
   * again, since a connection may have been lost for a moment; then it turned out badly.
   */
  private Found found(
      DeploymentSession session,
      long id,
      Course course,
      Stage stage,
      @Nullable DeploymentRecord earlier) {
    Earlier before = earlier == null ? Earlier.NOTHING : Earlier.of(earlier, stage.state());
    for (int attempt = 1; ; attempt++) {
      try {
        return enter(session, id, course, stage, before);
      } catch (SlipwayException e) {
        if (stage.state().compareTo(State.APPLY) <= 0) {
          throw goingOn(id, e);
        }
        if (attempt == ATTEMPTS) {
          return Found.failed("it can't be told: " + e.what(), List.of());
        }
        progress.again(stage.state(), e, PAUSE);
        Pause.of(PAUSE);
      }
    }
  }

  private SlipwayException goingOn(long id, SlipwayException e) {
    return new SlipwayException(
        e.code(),
        e.what(),
        e.next()
            + "\nThe deployment "
            + id
            + " is not finished: then go on with `slipway promote "
            + settings.name()
            + " --resume`, or give it up with --abort.",
        e);
  }

  private Found enter(
      DeploymentSession session, long id, Course course, Stage stage, Earlier earlier) {
    var ledger = workspace.dialect().deployments();
    int line = session.with(each -> ledger.enter(each, id, stage.state().word()));
    progress.entered(stage.state());
    long began = System.nanoTime();
    Found found;
    try {
      found = stage.run(course, earlier);
    } catch (SlipwayException e) {
      var kept = new Found.Done(e.code().slug() + ": " + e.what(), List.of());
      leave(session, id, line, DeploymentStep.Outcome.FAILED, kept);
      throw e;
    }
    leave(session, id, line, found.outcome(), found.document());
    progress.gates(found.gates());
    progress.left(
        stage.state(), found.outcome(), found.says(), Duration.ofNanos(System.nanoTime() - began));
    return found;
  }

  private void leave(
      DeploymentSession session,
      long id,
      int line,
      DeploymentStep.Outcome outcome,
      Object document) {
    String text = Documents.text(document);
    session.with(each -> {
      workspace.dialect().deployments().leave(each, id, line, outcome, text);
      return true;
    });
  }

  private void end(
      DeploymentSession session,
      long id,
      DeploymentRecord.Outcome outcome,
      @Nullable String message) {
    session.with(each -> {
      workspace.dialect().deployments().end(each, id, outcome, message);
      return true;
    });
  }

  private PromotionResult waiting(long id, Course course, List<Gate> gates, Found found) {
    String red =
        String.join(
            "\n",
            found.gates().stream()
                .filter(Gate::isRed)
                .map(gate -> "  " + gate.name() + ": " + gate.says())
                .toList());
    return new PromotionResult(
        PromotionResult.Standing.WAITING,
        id,
        course.plan(),
        gates,
        new SlipwayException(
            PromotionError.GATE_RED,
            "The deployment "
                + id
                + " to "
                + settings.name()
                + " waits; nothing was changed:\n"
                + red,
            "See to it, then go on with `slipway promote "
                + settings.name()
                + " --resume`, or give it up with --abort."));
  }

  private PromotionResult back(
      DeploymentSession session, long id, Course course, List<Gate> gates, String why) {
    Found found;
    try {
      found = enter(session, id, course, new RollbackStage(), Earlier.NOTHING);
    } catch (SlipwayException e) {
      return stopped(id, course, gates, WayBack.refused(course, why, e));
    }
    if (!found.isPassed()) {
      return stopped(id, course, gates, WayBack.stopped(course, why + " " + found.says()));
    }
    end(session, id, DeploymentRecord.Outcome.ROLLED_BACK, why);
    return new PromotionResult(
        PromotionResult.Standing.ROLLED_BACK,
        id,
        course.plan(),
        gates,
        new SlipwayException(
            PromotionError.PROMOTION_ROLLED_BACK,
            "The deployment " + id + " to " + settings.name() + " was taken back: " + why,
            settings.name()
                + " is as it was before. See `slipway deployments "
                + settings.name()
                + " --id "
                + id
                + "`, mend the cause, then promote anew."));
  }

  private static PromotionResult stopped(
      long id, Course course, List<Gate> gates, SlipwayException problem) {
    return new PromotionResult(PromotionResult.Standing.STOPPED, id, course.plan(), gates, problem);
  }
}
