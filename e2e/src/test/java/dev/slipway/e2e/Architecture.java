package dev.slipway.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of the architecture, for the packages below a root, so that the same rules can be shown
 * to fail on packages planted for that.
 *
 * @param root the package whose direct children are the packages that the rules name
 */
record Architecture(String root) {

  /**
   * Which packages a package may use, beside those of third parties and {@code error}; one that is
   * not named here is refused.
   */
  private static final Map<String, List<String>> ARROWS = new LinkedHashMap<>();

  static {
    ARROWS.put("error", List.of());
    ARROWS.put("schema", List.of());
    ARROWS.put("catalog", List.of());
    ARROWS.put("embedded", List.of());
    ARROWS.put("compiler", List.of("schema"));
    ARROWS.put("jpa", List.of("compiler"));
    ARROWS.put("foreign", List.of());
    ARROWS.put("diff", List.of("catalog"));
    ARROWS.put("plan", List.of("catalog", "diff"));
    ARROWS.put("hazard", List.of("catalog", "diff", "plan"));
    ARROWS.put("dialect", List.of("schema", "catalog", "diff", "plan"));
    ARROWS.put("platform", List.of("dialect"));
    ARROWS.put("config", List.of("dialect", "jpa", "plan", "platform"));
    ARROWS.put("postgres", List.of("schema", "catalog", "diff", "plan", "dialect"));
    ARROWS.put("shadow", List.of("catalog", "dialect", "embedded"));
    ARROWS.put("planner", List.of("catalog", "diff", "plan", "hazard", "dialect", "shadow"));
    ARROWS.put("question", List.of("catalog", "dialect", "planner"));
    ARROWS.put(
        "source", List.of("schema", "catalog", "compiler", "dialect", "jpa", "shadow", "planner"));
    ARROWS.put(
        "pull",
        List.of(
            "schema",
            "catalog",
            "compiler",
            "diff",
            "plan",
            "dialect",
            "shadow",
            "planner",
            "source"));
    ARROWS.put("migration", List.of("catalog", "diff", "plan", "dialect"));
    ARROWS.put("observation", List.of("catalog", "diff", "plan", "hazard", "dialect", "migration"));
    ARROWS.put("pgdump", List.of("dialect"));
    ARROWS.put(
        "proof",
        List.of("catalog", "diff", "plan", "dialect", "shadow", "planner", "migration", "pgdump"));
    ARROWS.put("usage", List.of("catalog", "dialect", "source"));
    ARROWS.put("datamigration", List.of("migration", "schema"));
    ARROWS.put("sample", List.of("catalog"));
    ARROWS.put(
        "workspace",
        List.of(
            "catalog",
            "compiler",
            "config",
            "embedded",
            "jpa",
            "foreign",
            "diff",
            "plan",
            "dialect",
            "platform",
            "postgres",
            "shadow",
            "planner",
            "source",
            "migration",
            "observation",
            "pgdump",
            "proof",
            "pull",
            "question",
            "sample",
            "schema",
            "usage",
            "datamigration"));
    ARROWS.put("stamp", List.of());
    ARROWS.put(
        "environment",
        List.of("catalog", "config", "dialect", "diff", "migration", "plan", "stamp", "workspace"));
    ARROWS.put("clients", List.of("dialect", "pgdump"));
    ARROWS.put(
        "backup",
        List.of(
            "catalog",
            "clients",
            "config",
            "dialect",
            "diff",
            "embedded",
            "planner",
            "postgres",
            "shadow"));
    ARROWS.put(
        "pitr",
        List.of(
            "catalog",
            "config",
            "dialect",
            "embedded",
            "migration",
            "pgdump",
            "postgres",
            "stamp",
            "workspace"));
    ARROWS.put(
        "refresh",
        List.of("catalog", "config", "dialect", "migration", "plan", "postgres", "workspace"));
    ARROWS.put(
        "seed",
        List.of("config", "datamigration", "dialect", "migration", "postgres", "workspace"));
    ARROWS.put(
        "verification",
        List.of("dialect", "diff", "environment", "migration", "postgres", "workspace"));
    ARROWS.put("http", List.of());
    ARROWS.put("program", List.of());
    ARROWS.put("smoke", List.of("config", "http", "program"));
    ARROWS.put(
        "evidence", List.of("catalog", "config", "dialect", "migration", "stamp", "workspace"));
    ARROWS.put(
        "promotion",
        List.of(
            "backup",
            "catalog",
            "config",
            "dialect",
            "diff",
            "embedded",
            "environment",
            "evidence",
            "migration",
            "plan",
            "program",
            "smoke",
            "stamp",
            "verification",
            "watch",
            "workspace"));
    ARROWS.put(
        "watch", List.of("config", "dialect", "http", "postgres", "verification", "workspace"));
    ARROWS.put(
        "soak", List.of("config", "dialect", "http", "postgres", "verification", "workspace"));
    ARROWS.put("notification", List.of("config", "http"));
    ARROWS.put("report", List.of("dialect", "promotion", "soak", "verification"));
    ARROWS.put(
        "cli",
        List.of(
            "report",
            "notification",
            "smoke",
            "soak",
            "watch",
            "evidence",
            "promotion",
            "stamp",
            "environment",
            "backup",
            "pitr",
            "refresh",
            "seed",
            "verification",
            "catalog",
            "config",
            "diff",
            "plan",
            "dialect",
            "planner",
            "migration",
            "proof",
            "pull",
            "question",
            "workspace",
            "embedded",
            "source"));
    ARROWS.put(
        "testing",
        List.of("catalog", "config", "dialect", "embedded", "migration", "question", "workspace"));
    ARROWS.put("examples", List.of("schema"));
    ARROWS.put("e2e", List.of("*"));
  }

  /** No two packages need each other, directly or through others. */
  ArchRule noCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles();
  }

  /** Every package uses only those that it may use. */
  ArchRule arrows() {
    return classes().should(new FollowArrows());
  }

  /** Models hold data: records, enums, sealed interfaces, and classes without setters. */
  ArchRule modelsKnowNoDatabase() {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".catalog", root + ".diff", root + ".plan", root + ".hazard")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql", "javax.sql", "org.jooq..")
        .allowEmptyShould(true);
  }

  /** One class ends the process. */
  ArchRule oneExit() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(root + ".cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class);
  }

  /** Only the command line prints. */
  ArchRule onlyTheCommandLinePrints() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(root + ".cli..", root + ".e2e..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .allowEmptyShould(true);
  }

  /** The client of buckets is loaded where there is one, and nowhere else. */
  ArchRule bucketsHaveOneDoor() {
    return noClasses()
        .that()
        .haveNameNotMatching(".*\\.backup\\.Bucket[^.]*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("software.amazon..");
  }

  /** Of an engine's package only the dialect and its error codes are public. */
  ArchRule engineHasOneDoor() {
    return classes()
        .that()
        .resideInAPackage(root + ".postgres")
        .and()
        .arePublic()
        .should()
        .beAssignableTo("dev.slipway.dialect.Dialect")
        .orShould()
        .beAssignableTo("dev.slipway.error.ErrorCode")
        .allowEmptyShould(true);
  }

  /** Names say what a thing is. */
  ArchRule noEmptyNames() {
    return noClasses()
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Util");
  }

  /** Every package says by itself that its types are not null unless they say so. */
  ArchRule packagesAreNullMarked() {
    return classes().should(new BeNullMarked());
  }

  /** All rules by name. */
  Map<String, ArchRule> rules() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("noCycles", noCycles());
    rules.put("arrows", arrows());
    rules.put("modelsKnowNoDatabase", modelsKnowNoDatabase());
    rules.put("oneExit", oneExit());
    rules.put("onlyTheCommandLinePrints", onlyTheCommandLinePrints());
    rules.put("engineHasOneDoor", engineHasOneDoor());
    rules.put("bucketsHaveOneDoor", bucketsHaveOneDoor());
    rules.put("noEmptyNames", noEmptyNames());
    rules.put("packagesAreNullMarked", packagesAreNullMarked());
    return rules;
  }

  private final class FollowArrows extends ArchCondition<JavaClass> {
    FollowArrows() {
      super("use only the packages that their own may use");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      String from = packageOf(type);
      List<String> allowed = ARROWS.get(from);
      if (allowed == null) {
        events.add(
            SimpleConditionEvent.violated(
                type,
                type.getName() + ": the package '" + from + "' is not in the list of arrows"));
        return;
      }
      type.getDirectDependenciesFromSelf()
          .forEach(dependency -> {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (!target.getPackageName().startsWith(root + ".")) {
              return;
            }
            String to = packageOf(target);
            if (!to.equals(from)
                && !to.equals("error")
                && !allowed.contains(to)
                && !allowed.contains("*")) {
              events.add(
                  SimpleConditionEvent.violated(
                      type, from + " must not use " + to + ": " + dependency.getDescription()));
            }
          });
    }

    private String packageOf(JavaClass type) {
      String below = type.getPackageName().substring(root.length() + 1);
      int dot = below.indexOf('.');
      return dot < 0 ? below : below.substring(0, dot);
    }
  }

  private static final class BeNullMarked extends ArchCondition<JavaClass> {
    BeNullMarked() {
      super("lie in a package that is marked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
      boolean isCode = !type.getModifiers().contains(JavaModifier.SYNTHETIC);
      boolean isMarked =
          type.getPackage()
              .tryGetAnnotationOfType("org.jspecify.annotations.NullMarked")
              .isPresent();
      if (isCode && !isMarked) {
        events.add(
            SimpleConditionEvent.violated(
                type, type.getPackageName() + " has no package-info with @NullMarked"));
      }
    }
  }
}
