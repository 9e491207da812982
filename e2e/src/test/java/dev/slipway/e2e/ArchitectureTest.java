package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.slipway");

  private static final String PLANTED = "dev.slipway.e2e.planted";

  /** A runner that finds no classes or no rules is green over everything: so both are counted. */
  @Test
  void should_see_the_classes_of_every_module_and_every_rule() {
    assertThat(PRODUCT.contain("dev.slipway.error.SlipwayException")).isTrue();
    assertThat(PRODUCT.contain("dev.slipway.planner.SchemaPlanner")).isTrue();
    assertThat(PRODUCT.contain("dev.slipway.cli.Main")).isTrue();
    assertThat(PRODUCT.size()).isGreaterThan(200);
    assertThat(new Architecture("dev.slipway").rules()).hasSize(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "noCycles",
        "arrows",
        "modelsKnowNoDatabase",
        "oneExit",
        "onlyTheCommandLinePrints",
        "engineHasOneDoor",
        "bucketsHaveOneDoor",
        "noEmptyNames",
        "packagesAreNullMarked"
      })
  void should_hold_for_the_product(String rule) {
    rule("dev.slipway", rule).check(PRODUCT);
  }

  /** Each rule is proven able to fail on classes that break it on purpose. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "noCycles",
        "arrows",
        "modelsKnowNoDatabase",
        "oneExit",
        "onlyTheCommandLinePrints",
        "engineHasOneDoor",
        "bucketsHaveOneDoor",
        "noEmptyNames",
        "packagesAreNullMarked"
      })
  void should_fail_on_what_was_planted(String rule) {
    JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
    assertThat(planted.size()).isGreaterThan(6);
    assertThatThrownBy(() -> rule(PLANTED, rule).check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("was violated");
  }

  private static ArchRule rule(String root, String name) {
    return Objects.requireNonNull(new Architecture(root).rules().get(name), name);
  }
}
