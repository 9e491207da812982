package dev.slipway.cli.completion;

import java.util.List;
import picocli.CommandLine;

/**
 * A script that a shell reads to complete commands, options, files and the names of environments,
 * which it finds in the nearest {@code slipway.yml} without starting a JVM.
 */
public final class Completion {

  /** The shells that there are scripts for. */
  public static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  /** Prints the keys below {@code environments:}, in block style, of the nearest file. */
  static final String ENVIRONMENTS =
      """
        (
          while [ ! -f slipway.yml ] && [ "$PWD" != / ]; do cd ..; done
          [ -f slipway.yml ] && awk '
            /^environments:/ { inside = 1; next }
            /^[^ #]/ { inside = 0 }
            inside && match($0, /^ +/) {
              if (!indent) indent = RLENGTH
              if (RLENGTH == indent && match($0, /[a-z][a-z0-9_-]*:/))
                print substr($0, RSTART, RLENGTH - 1)
            }' slipway.yml
        )
      """;

  private Completion() {}

  /**
   * The script of a shell.
   *
   * @param shell one of {@link #SHELLS}
   * @param root all commands
   */
  public static String script(String shell, CommandLine root) {
    CommandModel model = CommandModel.of(root);
    return switch (shell) {
      case "bash" -> BourneScript.bash(model);
      case "zsh" -> BourneScript.zsh(model);
      case "fish" -> FishScript.of(model);
      default -> throw new IllegalArgumentException(shell);
    };
  }
}
