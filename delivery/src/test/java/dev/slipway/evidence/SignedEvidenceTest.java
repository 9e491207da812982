package dev.slipway.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of evidence is taken as it was signed, by this version or an older one. */
class SignedEvidenceTest {

  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path folder;
  private SigningKey key;
  private Map<String, String> trust;
  private Path file;

  @BeforeEach
  void create_key() {
    SigningKey.Pair pair = SigningKey.generate();
    key = SigningKey.parse(pair.secret(), "a key");
    trust = Map.of("ci", pair.shown());
    file = folder.resolve("staging.json");
  }

  @Test
  void should_read_what_each_statement_cost() {
    Evidence evidence = evidence(List.of(new StepCost(1, 1500, 1200), new StepCost(2, 3, 0)));
    SignedEvidence.of(evidence, key).write(file);
    Evidence read = SignedEvidence.read(file, trust).evidence();
    assertThat(read).isEqualTo(evidence);
    assertThat(read.migrations().getFirst().lockWait()).isEqualTo(1200);
  }

  @Test
  void should_refuse_a_wait_that_was_changed_afterwards() throws IOException {
    SignedEvidence.of(evidence(List.of(new StepCost(1, 1500, 1200))), key).write(file);
    Files.writeString(file, Files.readString(file).replace("1200", "0"));
    assertThatThrownBy(() -> SignedEvidence.read(file, trust))
        .hasMessageStartingWith("evidence-untrusted: ");
  }

  @Test
  void should_trust_what_an_older_version_signed() throws IOException {
    Evidence evidence = evidence(null);
    new SignedEvidence(1, evidence, key.sign(EvidenceJson.canonical(evidence))).write(file);
    assertThat(Files.readString(file)).doesNotContain("steps");
    assertThat(SignedEvidence.read(file, trust).evidence().migrations().getFirst().lockWait())
        .isNull();
  }

  @Test
  void should_refuse_a_format_that_it_does_not_know() throws IOException {
    SignedEvidence.of(evidence(null), key).write(file);
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"format\" : \\d+", "\"format\" : 3"));
    assertThatThrownBy(() -> SignedEvidence.read(file, trust))
        .hasMessageContaining("is of format 3, and 1 to 2 are known");
  }

  private static Evidence evidence(@Nullable List<StepCost> steps) {
    return new Evidence(
        "staging",
        null,
        "17.4",
        AT,
        "ci@runner",
        List.of(new Evidence.Ran("20261121101500_a", "u", "d", "b", "a", AT, 1503, 2, steps)),
        List.of());
  }
}
