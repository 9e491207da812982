package dev.slipway.cli;

import dev.slipway.cli.command.CommandLines;
import dev.slipway.cli.command.Interruption;
import dev.slipway.cli.command.Surroundings;
import dev.slipway.cli.command.Version;
import dev.slipway.cli.output.ExitCode;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Where the process begins, and the only place that ends it. */
public final class Main {

  /** How long a run may take to say what stays after Ctrl-C. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Main() {}

  /**
   * Runs one command.
   *
   * @param arguments the command with its arguments
   */
  public static void main(String[] arguments) {
    PrintStream out = utf8(FileDescriptor.out);
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      // before anything else is loaded: scripts ask for it often
      out.println(Version.line());
      out.flush();
      return;
    }
    var interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(interruption)));
    ExitCode exit = new CommandLines(surroundings(out, interruption), List.of(arguments)).run();
    out.flush();
    interruption.end();
    System.exit(exit.number());
  }

  private static void stop(Interruption interruption) {
    if (interruption.isHarmless()) {
      System.err.println("slipway: stopped; no database of an environment was changed");
    }
    if (!interruption.await(PATIENCE)) {
      System.err.println("slipway: ended while something was still running");
    }
  }

  private static Surroundings surroundings(PrintStream out, Interruption interruption) {
    return new Surroundings(
        Path.of("").toAbsolutePath(),
        System.getenv(),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        out,
        utf8(FileDescriptor.err),
        isTerminal("out"),
        isTerminal("err"),
        Clock.systemUTC(),
        interruption);
  }

  /** The launcher knows which streams are terminals; Java 21 cannot tell them apart. */
  private static boolean isTerminal(String stream) {
    return List.of(System.getProperty("slipway.terminal", "").split(",")).contains(stream);
  }

  /** Names and SQL are printed as UTF-8 whatever the platform's charset is. */
  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
  }
}
