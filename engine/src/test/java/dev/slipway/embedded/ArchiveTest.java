package dev.slipway.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveTest {

  @TempDir Path folder;

  @Test
  void should_keep_links_and_what_may_be_executed() throws IOException {
    var program = new TarArchiveEntry("bin/program");
    program.setMode(0100755);
    var link = new TarArchiveEntry("bin/link", TarConstants.LF_SYMLINK);
    link.setLinkName("program");
    Archive.unpack(archive(program, new TarArchiveEntry("share/text"), link), folder);
    assertThat(folder.resolve("bin/program")).isExecutable().hasContent("x");
    assertThat(Files.isExecutable(folder.resolve("share/text"))).isFalse();
    assertThat(folder.resolve("bin/link")).isSymbolicLink().hasContent("x");
  }

  @Test
  void should_refuse_entries_that_leave_the_folder() {
    var link = new TarArchiveEntry("inside", TarConstants.LF_SYMLINK);
    link.setLinkName("../outside");
    for (TarArchiveEntry entry : new TarArchiveEntry[] {new TarArchiveEntry("../outside"), link}) {
      assertThatThrownBy(() -> Archive.unpack(archive(entry), folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("leaves its folder");
    }
    assertThat(folder.resolveSibling("outside")).doesNotExist();
  }

  private static ByteArrayInputStream archive(TarArchiveEntry... entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var archive = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options()))) {
      for (TarArchiveEntry entry : entries) {
        byte[] content = entry.isFile() ? "x".getBytes(StandardCharsets.UTF_8) : new byte[0];
        entry.setSize(content.length);
        archive.putArchiveEntry(entry);
        archive.write(content);
        archive.closeArchiveEntry();
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
