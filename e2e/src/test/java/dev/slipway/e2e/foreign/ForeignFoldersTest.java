package dev.slipway.e2e.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.config.Configuration;
import dev.slipway.e2e.Project;
import dev.slipway.error.SlipwayException;
import dev.slipway.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the folders of other tools lead to. A case is such a folder, with {@code expected.txt}
 * beside the migrations; {@code -Dgolden.update=true} writes that, {@code -Dcases=NAME} runs one.
 */
final class ForeignFoldersTest {

  private static final Path CASES = Project.root().resolve("e2e/src/test/cases/foreign");

  @TempDir Path temporary;

  static List<String> cases() throws IOException {
    String chosen = System.getProperty("cases", "*");
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders
          .map(each -> String.valueOf(each.getFileName()))
          .filter(name -> chosen.equals("*") || chosen.equals(name))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void should_lead_where_the_tool_leads(String name) throws IOException {
    Path project = temporary.toRealPath();
    Path migrations = project.resolve("migrations");
    copy(CASES.resolve(name), migrations);
    String told;
    try (Workspace workspace = Workspace.open(Configuration.standard(project), Clock.systemUTC())) {
      told = String.join(";\n", workspace.export("migrations:" + migrations).up()) + ";\n";
    } catch (SlipwayException e) {
      told = "%s: %s\n%s\n".formatted(e.code().slug(), e.what(), e.next());
    }

    Path golden = CASES.resolve(name).resolve("expected.txt");
    String text = told.replace(project.toString(), "@FOLDER@");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  /** Roles outlive the shadow's databases, on a server that other commands have used. */
  @Test
  void should_replay_on_a_server_that_has_the_roles() throws IOException {
    Path project = temporary.toRealPath();
    Path migrations = Files.createDirectories(project.resolve("migrations"));
    Files.writeString(
        migrations.resolve("V1__people.sql"),
        """
        create table people (id integer primary key);
        create role replayed_reader nologin;
        grant select on people to replayed_reader;
        """);
    Files.writeString(
        migrations.resolve("V2__more.sql"),
        """
        do $$ begin execute 'CREATE USER replayed_writer'; end $$;
        grant insert on people to replayed_writer;
        """);

    for (int i = 0; i < 2; i++) {
      try (Workspace workspace =
          Workspace.open(Configuration.standard(project), Clock.systemUTC())) {
        assertThat(workspace.export("migrations:" + migrations).up())
            .anyMatch(sql -> sql.endsWith("to replayed_reader"))
            .anyMatch(sql -> sql.endsWith("to replayed_writer"));
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("expected.txt")) {
          Path target = to.resolve(from.relativize(file).toString());
          Files.createDirectories(target.resolveSibling(""));
          Files.copy(file, target);
        }
      }
    }
  }
}
