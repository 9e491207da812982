package dev.slipway.smoke;

import dev.slipway.config.ConfigurationError;
import dev.slipway.config.Filled;
import dev.slipway.config.ProjectFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a check that starts a program. */
final class ProgramReader {

  static final List<String> EXPECTED = List.of("exit", "contains", "matches", "under");

  private static final int MOST_EXIT = 255;

  private final ProjectFile file;
  private final Texts texts;

  ProgramReader(ProjectFile file, Texts texts) {
    this.file = file;
    this.texts = texts;
  }

  SmokeAction read(@Nullable Node command, @Nullable Node expect) {
    List<Filled> words = new ArrayList<>();
    if (command != null) {
      for (Node word : file.yaml().list(command, "command")) {
        words.add(texts.one(word, "command"));
      }
      if (words.isEmpty()) {
        file.problems()
            .add(
                command,
                ConfigurationError.BAD_VALUE,
                "command is a program and its arguments, such as [curl, --version]");
      }
    }
    Node exit = expect == null ? null : file.yaml().mapping(expect, "expect", EXPECTED).get("exit");
    Integer number = exit == null ? null : file.amounts().number(exit, "exit", 0, MOST_EXIT);
    return new SmokeAction.Program(words, number == null ? 0 : number);
  }
}
