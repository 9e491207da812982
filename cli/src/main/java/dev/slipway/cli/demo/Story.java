package dev.slipway.cli.demo;

import static dev.slipway.cli.demo.Rows.TABLES;

import dev.slipway.cli.output.Style;
import dev.slipway.cli.output.TextTable;
import dev.slipway.error.SlipwayException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The story: a schema in Java becomes a database, a real change goes there, back and there again,
 * and an accident does not happen. What it says of rows is counted, and a claim that does not hold
 * ends it.
 */
final class Story {

  private static final int WRITERS = 4;
  private static final int MESSAGES_EACH = 25;

  private static final String ADD_SEQ =
      "alter table public.chat_messages add column seq bigint not null;";
  private static final String ADD_SEQ_AND_NUMBER =
      """
      alter table public.chat_messages add column seq bigint;

      -- number the messages that are there, in the order in which they came
      update public.chat_messages m
         set seq = n.seq
        from (select id, row_number() over (partition by chat_id order by created_at, id) as seq
                from public.chat_messages) n
       where n.id = m.id;

      alter table public.chat_messages alter column seq set not null;\
      """;

  private static final String NUMBERS =
      """
      select min(seq), max(seq), count(*), count(distinct seq)
        from public.chat_messages where client_generated_id is not null
      """;
  private static final String STATUSES =
      """
      select status, count(*), min(seq) || ' to ' || max(seq)
        from public.chat_messages
       where chat_id = (select max(chat_id::text)::uuid from public.chat_messages
                         where client_generated_id is not null)
       group by status
       order by status
      """;
  private static final String MEMBERS =
      """
      select p.pubname, p.tablename, case c.relreplident when 'f' then 'full' else c.relreplident::text end
        from pg_publication_tables p
        join pg_class c on c.oid = format('%I.%I', p.schemaname, p.tablename)::regclass
      """;

  private final ConnectProject project;
  private final Rows rows;
  private final Steps steps;
  private final Narrator narrator;

  Story(ConnectProject project, Rows rows, Steps steps, Narrator narrator) {
    this.project = project;
    this.rows = rows;
    this.steps = steps;
    this.narrator = narrator;
  }

  void tell(@Nullable Path keep) {
    narrator.title("A chat product's schema, from Java to PostgreSQL, through a change, and back.");
    narrator.say(
        """
        Each line that begins with $ is a real command of Slipway, run in
        %s
        on an embedded PostgreSQL%s\
        """
            .formatted(
                project.root(),
                keep == null ? "; both are removed at the end." : ". The folder is kept."));
    String first = begin();
    number();
    automate();
    publish();
    goBack(first);
    promote(first);
    preventAccident();
    narrator.say(
        keep == null
            ? "That was all of it. In a project of yours, begin with: slipway init"
            : "That was all of it. The project is in " + project.root() + ".");
  }

  private String begin() {
    project.enter(Stage.BEFORE);
    narrator.chapter("A schema in Java");
    narrator.say(
        """
        Eight classes define eight tables, each of them the definition and the typed
        jOOQ table in one. This is the whole of one; a .sql file beside it defines the
        function that it asks.\
        """);
    narrator.source(body(project.read(Stage.java("ChatParticipants"))));
    steps.slipway("generate", "--name", "create connect");
    steps.slipway("migrate");
    rows.play("sample.sql");
    Map<String, Long> counts = rows.count();
    narrator.say(
        """
        People begin to use it: %d users in %d accounts have written %d messages in %d chats.\
        """
            .formatted(
                counts.get("users"),
                counts.get("accounts"),
                counts.get("chat_messages"),
                counts.get("chats")));
    return project.migrations().get(0);
  }

  private void number() {
    narrator.chapter("Messages get a number and a status");
    narrator.say("The definition is edited:");
    narrator.edits(project.enter(Stage.NUMBERED));
    steps.slipway("generate", "--name", "number messages");
    narrator.say(
        """
        SLIP201 is right: the messages that are there have no number yet.
        So a person edits the migration, which is plain SQL:\
        """);
    String up = ConnectProject.up(project.migrations().get(1));
    narrator.edits(List.of(project.replace(up, ADD_SEQ, ADD_SEQ_AND_NUMBER)));
    narrator.say("An edited migration must still lead where it said. `check` proves it:");
    steps.slipway("check");
    steps.slipway("migrate");
    project.enter(Stage.QUERIED);
    narrator.say(
        """
        The classes that define the tables are what the application queries: typed, and
        compiled. This is %s in full, but for its imports:\
        """
            .formatted("Conversation.java"));
    narrator.source(body(project.read(Stage.java("Conversation"))));
    narrator.say("And this is what it returns:");
    narrator.source(String.join("\n", rows.read(new Application(project.classes()), "Engines", 3)));
  }

  private void automate() {
    narrator.chapter("Functions and triggers number them from now on");
    narrator.say("What Java has no word for is SQL, in files beside the classes:");
    narrator.edits(project.enter(Stage.FUNCTIONS));
    steps.slipway("generate", "--name", "keep seq and status");
  }

  private void publish() {
    narrator.chapter("The change feed gets the messages");
    narrator.edits(project.enter(Stage.REALTIME));
    steps.slipway("generate", "--name", "publish messages");
    steps.slipway("migrate");
    TextTable table = new TextTable("publication", "table", "replica identity");
    rows.query(MEMBERS).forEach(table::row);
    narrator.table(table.text(Style.PLAIN, ""));
    sendAtTheSameTime();
  }

  private void sendAtTheSameTime() {
    rows.send(WRITERS, MESSAGES_EACH);
    List<String> numbers = rows.query(NUMBERS).get(0);
    long count = WRITERS * (long) MESSAGES_EACH;
    boolean isWithoutGap =
        Long.parseLong(numbers.get(1)) - Long.parseLong(numbers.get(0)) + 1 == count;
    demand(
        isWithoutGap && numbers.subList(2, 4).equals(List.of("" + count, "" + count)),
        "The messages that were sent at the same time are numbered wrongly: " + numbers + ".");
    narrator.say(
        """
        %d connections wrote %d messages each into one chat, at the same time. They are
        numbered %s to %s: %d numbers, none twice, none missing.\
        """
            .formatted(WRITERS, MESSAGES_EACH, numbers.get(0), numbers.get(1), count));
    rows.play("open-chat.sql");
    TextTable table = new TextTable("status", "messages", "seq");
    rows.query(STATUSES).forEach(table::row);
    narrator.say("Grace opens that chat and reads the last message. The triggers keep the status:");
    narrator.table(table.text(Style.PLAIN, ""));
  }

  private void goBack(String first) {
    narrator.chapter("Back, and there again");
    narrator.say("All three migrations are taken back on a database that is full of rows.");
    Map<String, Long> before = rows.count();
    steps.slipway("rollback", "--to", first);
    Map<String, Long> back = rows.count();
    steps.slipway("migrate");
    Map<String, Long> again = rows.count();
    narrator.say("Number and status of each message went with their columns. The rows stayed:");
    var table = new LinkedHashMap<String, Map<String, Long>>();
    table.put("before", before);
    table.put("taken back", back);
    table.put("applied again", again);
    narrator.table(counts(table));
    demand(before.equals(back) && before.equals(again), "Rows were lost on the way.");
    steps.slipway("status");
  }

  private void promote(String first) {
    narrator.chapter("From staging to production, and back");
    narrator.say(
        """
        Until now all of it happened on one laptop. Staging and production are servers of
        their own; here they are embedded too:\
        """);
    narrator.edits(
        List.of(
            project.replace(
                "slipway.yml",
                """
                  staging: { url: "${STAGING_DATABASE_URL}" }
                  production: { url: "${PRODUCTION_DATABASE_URL}", protected: true, after: staging }
                """,
                """
                  staging: { url: embedded }
                  production: { url: embedded, protected: true, after: staging }
                """)));
    narrator.say(
        """
        The migration that was edited by hand was not judged since. Whoever promotes takes
        that upon them, with a reason that stays in the ledger:\
        """);
    String[] waived = {"--waive", "data-loss", "--reason", "it numbers rows, and check proved it"};
    steps.slipway("promote", "staging", waived[0], waived[1], waived[2], waived[3], "--by", "ada");
    narrator.say(
        """
        Production is protected. It wants to know that the same migrations came out right
        in staging, rehearses them, wants somebody to approve this very plan, and a backup
        that was restored for trial:\
        """);
    steps.refused(
        "promote",
        "production",
        waived[0],
        waived[1],
        waived[2],
        waived[3],
        "--by",
        "ada",
        "--yes");
    steps.slipway("approve", "production", "--by", "grace", "--yes");
    steps.slipway("promote", "production", "--resume", "--yes");
    narrator.say("And back, while the first migration stays; the ledger tells the story:");
    steps.slipway("rollback", "production", "--to", first, "--yes");
    steps.slipway("deployments", "production");
  }

  private void preventAccident() {
    rows.play("sign-up-twice.sql");
    narrator.chapter("The accident that does not happen");
    narrator.say(
        """
        Two people have signed up twice, so two e-mail addresses are there twice. Now the
        definition says that an address is unique:\
        """);
    narrator.edits(project.enter(Stage.UNIQUE_EMAIL));
    Map<String, Long> before = rows.count();
    steps.refused("push");
    Map<String, Long> after = rows.count();
    demand(before.equals(after), "The refused push changed rows.");
    narrator.say(
        """
        No row was touched. A tool that makes room by truncating users leaves nothing at
        all, since every table hangs below users. (The last column was counted within a
        transaction that ran the truncate and was rolled back.)\
        """);
    var table = new LinkedHashMap<String, Map<String, Long>>();
    table.put("before push", before);
    table.put("after push", after);
    table.put("truncate cascade", rows.countAfter("truncate table public.users cascade"));
    narrator.table(counts(table));
  }

  static void demand(boolean holds, String what) {
    if (!holds) {
      throw new SlipwayException(
          DemoError.ROWS_CHANGED, what, "This is a fault of Slipway. Report it.");
    }
  }

  /** A line for each table, a column for each time that it was counted. */
  private static String counts(Map<String, Map<String, Long>> counts) {
    List<String> headings = new ArrayList<>(List.of("rows"));
    headings.addAll(counts.keySet());
    var table = new TextTable(headings.toArray(String[]::new));
    for (String name : TABLES) {
      List<String> cells = new ArrayList<>(List.of(name));
      counts.values().forEach(count -> cells.add(String.valueOf(count.get(name))));
      table.row(cells);
    }
    return table.text(Style.PLAIN, "");
  }

  /** A source without its package, imports and comment. */
  private static String body(String source) {
    return source.substring(source.indexOf("public final class"));
  }
}
