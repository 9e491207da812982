package dev.slipway.cli.demo;

import dev.slipway.cli.output.CliError;
import dev.slipway.cli.output.Count;
import dev.slipway.cli.output.Json;
import dev.slipway.cli.output.Style;
import dev.slipway.embedded.EmbeddedOptions;
import dev.slipway.embedded.EmbeddedPostgres;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The main job as a story: from classes to tables, a change in three migrations with rows in the
 * database, the way back, and an accident that does not happen.
 *
 * <p>Each command is really run. One that ends otherwise than the story says ends the demo.
 */
public final class Demo {

  private static final int MOST_LINES = 14;
  private static final String ADDED =
      "alter table public.chat_messages add column seq bigint not null;";
  private static final String NUMBERED =
      """
      alter table public.chat_messages add column seq bigint;

      -- written by hand: the messages that are there get their numbers, oldest first
      update public.chat_messages m
         set seq = numbered.place
        from (select id, row_number() over (partition by chat_id order by created_at, id) as place
                from public.chat_messages) numbered
       where numbered.id = m.id;

      alter table public.chat_messages alter column seq set not null;\
      """;

  private final DemoProject project;
  private final DemoPrograms programs;
  private final Shell shell;
  private final Consumer<String> say;
  private final Style style;
  private final List<Json> commands = new ArrayList<>();
  private int chapter;

  private Demo(DemoProject project, Shell shell, Consumer<String> say, Style style) {
    this.project = project;
    this.programs = new DemoPrograms(project.folder());
    this.shell = shell;
    this.say = say;
    this.style = style;
  }

  /**
   * Tells the story in a folder.
   *
   * @param folder an empty folder
   * @param shell runs the commands
   * @param say takes the story, a line or more at a time
   * @param style the colors of where it is printed
   * @return each command with what it ended with
   * @throws SlipwayException when something goes otherwise than the story says
   */
  public static List<Json> tell(Path folder, Shell shell, Consumer<String> say, Style style) {
    try {
      DemoProject project = DemoProject.create(folder);
      var demo = new Demo(project, shell, say, style);
      // the first to start the server decides that it does not stay after the demo
      var options =
          EmbeddedOptions.persistent(folder.resolve(".slipway/postgres/dev"))
              .version(17)
              .linger(Duration.ZERO);
      try (EmbeddedPostgres server = EmbeddedPostgres.start(options)) {
        demo.tell(server.jdbcUrlWithPassword("dev"));
      }
      return List.copyOf(demo.commands);
    } catch (IOException e) {
      throw new SlipwayException(
          CliError.CANNOT_WRITE,
          "the demo cannot write to " + folder + ": " + e.getMessage(),
          "Free some space in the folder for temporary files, or name another with"
              + " -Djava.io.tmpdir in SLIPWAY_JAVA_OPTIONS.",
          e);
    }
  }

  private void tell(String url) throws IOException {
    say.accept(
        "A chat product goes from Java classes to PostgreSQL, through a change with rows in the\n"
            + "tables, and back. Every command below really runs, on a PostgreSQL 17 that was\n"
            + "started for it in "
            + project.folder()
            + ".");
    firstMigration();
    firstDay(url);
    change(url);
    wayBack(url);
    accident(url);
  }

  private void firstMigration() throws IOException {
    chapter("One class is the definition and the typed table");
    show(project.excerpt(DemoProject.table("ChatMessages"), "public final class", "body"));
    programs.compile();
    run(0, "generate", "--name", "chat");
    run(0, "migrate");
  }

  private void firstDay(String url) throws IOException {
    chapter("The same classes write and read rows");
    show(
        project.excerpt(
            Path.of("src/main/java/demo/FirstDay.java"), "private static void message", "execute"));
    result(programs.call("FirstDay", "write", url));
  }

  private void change(String url) throws IOException {
    chapter("A change, in three migrations");
    say("Messages get a number, an identity given by the client, and a status:");
    project.numberMessages();
    show(project.excerpt(DemoProject.table("ChatMessages"), "> seq =", "MessageStatus.SENT"));
    programs.compile();
    Path written = written(run(0, "generate", "--name", "number_messages"));
    say(
        "Rows are there that have no number, and SLIP201 says so. The migration is plain SQL, so\n"
            + "the numbers are written by hand where the column is added:");
    project.edit(written.resolve("up.sql"), ADDED, NUMBERED);
    show(NUMBERED.lines().toList());
    say("Does it still arrive at the definition, and does its way back still lead back?");
    run(0, "check");
    say("Functions and triggers are .sql files beside the classes:");
    project.addTriggers();
    show(DemoProject.triggers());
    programs.compile();
    run(0, "generate", "--name", "message_triggers");
    say("And messages are published to the clients that listen:");
    project.publishMessages();
    show(project.excerpt(DemoProject.table("ChatMessages"), "replicaIdentityFull", "realtime"));
    programs.compile();
    run(0, "generate", "--name", "publish_messages");
    run(0, "status");
    run(0, "migrate");
    result(programs.call("Conversation", "read", url));
  }

  private void wayBack(String url) throws IOException {
    chapter("The way back, and again");
    run(0, "rollback", "--to", first());
    result(programs.call("FirstDay", "count", url) + ", as before the change");
    run(0, "migrate");
    result(programs.call("Conversation", "read", url));
  }

  private void accident(String url) throws IOException {
    chapter("The accident that does not happen");
    say("Someone declares e-mail addresses unique, and pushes. Ann has signed up twice.");
    project.makeEmailsUnique();
    show(project.excerpt(DemoProject.table("Users"), "> email", "unique"));
    programs.compile();
    run(3, "push");
    say("A tool that offers to delete the rows in the way takes along what refers to them:");
    result(programs.call("Conversation", "takenAlong", url));
    say("Nothing ran here. What is there:");
    result(programs.call("FirstDay", "count", url));
  }

  private void chapter(String title) {
    chapter++;
    say.accept("\n\n" + style.strong(chapter + "  " + title));
  }

  private void say(String text) {
    say.accept("\n" + text.indent(3).stripTrailing());
  }

  private void show(List<String> lines) {
    say.accept("");
    int margin =
        lines.stream()
            .filter(line -> !line.isBlank())
            .mapToInt(line -> line.length() - line.stripLeading().length())
            .min()
            .orElse(0);
    lines.forEach(
        line -> say.accept(line.isBlank() ? "" : "       " + style.code(line.substring(margin))));
  }

  private void result(String text) {
    say.accept("");
    text.lines().forEach(line -> say.accept("   " + style.good("=> ") + line));
  }

  private String run(int expected, String... arguments) {
    say.accept("\n   " + style.strong("$ slipway " + String.join(" ", arguments)));
    Shell.Ended ended = shell.run(project.folder(), List.of(arguments));
    commands.add(
        Json.object()
            .with("command", "slipway " + String.join(" ", arguments))
            .with("exit", ended.exit()));
    boolean isExpected = ended.exit() == expected;
    List<String> lines = ended.printed().lines().toList();
    boolean isLong = isExpected && expected == 0 && lines.size() > MOST_LINES;
    int head = isLong ? MOST_LINES - 4 : lines.size();
    lines.subList(0, head).forEach(line -> say.accept(("     " + line).stripTrailing()));
    if (isLong) {
      say.accept(
          "     " + style.faint("      … " + Count.of(lines.size() - head - 1, "more line")));
      say.accept("     " + lines.get(lines.size() - 1));
    }
    if (!isExpected) {
      throw new SlipwayException(
          CliError.DEMO_FAILED,
          "slipway "
              + String.join(" ", arguments)
              + " ended with "
              + ended.exit()
              + ", not with "
              + expected
              + ".",
          "Report this with what is printed above.");
    }
    return ended.printed();
  }

  /** The folder that a run of generate wrote. */
  private Path written(String printed) throws IOException {
    try (Stream<Path> folders = Files.list(project.folder().resolve("db/migrations"))) {
      return folders
          .filter(folder -> printed.contains(folder.getFileName().toString()))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no migration was written"));
    }
  }

  private String first() throws IOException {
    try (Stream<Path> folders = Files.list(project.folder().resolve("db/migrations"))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().get(0);
    }
  }
}
