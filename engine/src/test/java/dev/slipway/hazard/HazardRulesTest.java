package dev.slipway.hazard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.HazardCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One code is one rule, and the rule's class is called as the code is. */
class HazardRulesTest {

  @Test
  void should_have_one_rule_for_each_code() {
    List<HazardCode> codes = HazardRules.all().stream().map(HazardRule::code).toList();

    assertThat(codes).as("codes of HazardRules").containsExactly(HazardCode.values());
  }

  @Test
  void should_call_the_class_as_the_code() {
    for (HazardRule rule : HazardRules.all()) {
      assertThat(rule.getClass().getSimpleName())
          .as("the class of %s", rule.code().id())
          .isEqualTo(camel(rule.code()));
    }
  }

  @Test
  void should_give_each_number_to_one_code() {
    assertThat(Arrays.stream(HazardCode.values()).map(HazardCode::id)).doesNotHaveDuplicates();
  }

  private static String camel(HazardCode code) {
    return Stream.of(code.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
