package dev.slipway.postgres;

import dev.slipway.dialect.Conduct;
import dev.slipway.dialect.ScriptException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells by its words how a statement stands to transactions (manual, the notes of each command; in
 * the source, whatever calls {@code PreventInTransactionBlock}). What depends on the catalog, such
 * as a procedure that commits, the server tells when it runs.
 */
final class TransactionRules {

  private static final Conduct ORDINARY = new Conduct.Ordinary();
  private static final Conduct APART = new Conduct.Apart();
  private static final Conduct ALONE = new Conduct.Alone();
  private static final int FIRST = 4;

  /** {@code reindex} of many tables at once. */
  private static final Set<String> WHOLE = Set.of("schema", "database", "system");

  private TransactionRules() {}

  static Conduct conduct(String sql) {
    Words words = Words.first(sql, FIRST);
    return switch (words.at(0)) {
      case "begin", "start" -> begins(Words.of(sql));
      case "commit", "end" -> commits(Words.of(sql));
      case "rollback", "abort" -> rollsBack(Words.of(sql));
      case "prepare" ->
          words.at(1).equals("transaction")
              ? new Conduct.Refused("PREPARE TRANSACTION leaves its end to someone else.")
              : ORDINARY;
      case "discard" ->
          words.at(1).equals("all")
              ? new Conduct.Refused("DISCARD ALL gives the target's lock away.")
              : ORDINARY;
      case "set" -> sets(words);
      case "reset" -> new Conduct.Sets();
      case "select" ->
          words.begins("select", "set_config")
                  || words.begins("select", "pg_catalog", ".", "set_config")
              ? new Conduct.Sets()
              : ORDINARY;
      case "create" -> alone(creates(words, sql));
      case "drop" -> drops(words);
      case "alter" -> alters(words, sql);
      case "vacuum" -> ALONE;
      case "reindex" -> alone(reindexes(sql));
      case "cluster" -> alone(clustersAll(Words.outsideParentheses(sql)));
      case "do" -> alone(endsTransactions(Words.of(sql)));
      default -> ORDINARY;
    };
  }

  private static Conduct alone(boolean isAlone) {
    return isAlone ? ALONE : ORDINARY;
  }

  private static Conduct begins(Words words) {
    boolean isNoise = List.of("work", "transaction").contains(words.at(1));
    Words modes = words.from(isNoise ? 2 : 1);
    return modes.find("read", "only") >= 0
        ? new Conduct.Refused(
            "A transaction that only reads has no place in a migration, and can't be recorded.")
        : new Conduct.Begins(modes.text());
  }

  private static Conduct commits(Words words) {
    return words.at(1).equals("prepared")
        ? new Conduct.Refused("COMMIT PREPARED ends a transaction of someone else.")
        : new Conduct.Commits(words.has("chain") && !words.has("no"));
  }

  private static Conduct rollsBack(Words words) {
    return words.has("to")
        ? ORDINARY
        : new Conduct.Refused(
            words.at(0).toUpperCase(Locale.ROOT)
                + " takes back what the script did: a migration does what stays.");
  }

  private static Conduct sets(Words words) {
    return switch (words.at(1)) {
      case "local", "constraints", "transaction" -> ORDINARY;
      default -> new Conduct.Sets();
    };
  }

  private static Conduct drops(Words words) {
    return switch (words.at(1)) {
      case "database" ->
          new Conduct.Refused(
              "DROP DATABASE takes a whole database with all its rows, on every server on which"
                  + " the migration is tried: a shadow may be beside the database that is meant.");
      case "tablespace", "subscription" -> ALONE;
      default -> alone(words.begins("drop", "index", "concurrently"));
    };
  }

  private static boolean creates(Words words, String sql) {
    return switch (words.at(1)) {
      case "index" -> words.at(2).equals("concurrently");
      case "unique" -> words.at(2).equals("index") && words.at(3).equals("concurrently");
      case "database", "tablespace" -> true;
      case "subscription" -> {
        Words all = Words.of(sql);
        yield !isOff(all, "connect") && !isOff(all, "create_slot");
      }
      default -> false;
    };
  }

  private static boolean isOff(Words words, String option) {
    int at = words.find(option, "=");
    return at >= 0
        && List.of("false", "off", "0", "'false'", "'off'", "'0'").contains(words.at(at + 2));
  }

  private static Conduct alters(Words words, String sql) {
    return switch (words.at(1)) {
      case "system" -> ALONE;
      case "database" -> alone(Words.of(sql).find("set", "tablespace") > 0);
      case "subscription" -> {
        Words all = Words.of(sql);
        boolean refreshes = all.has("publication") && !isOff(all, "refresh");
        yield alone(refreshes);
      }
      case "table" -> {
        Words all = Words.outsideParentheses(sql);
        yield all.find("validate", "constraint") > 0
            ? APART
            : alone(
                all.find("detach", "partition") > 0
                    && all.at(all.list().size() - 1).equals("concurrently"));
      }
      case "type" -> {
        Words all = Words.of(sql);
        int at = all.find("add", "value");
        int literal = at < 0 ? -1 : all.from(at).begins("add", "value", "if") ? at + 5 : at + 2;
        yield literal < 0 ? ORDINARY : new Conduct.Adds(all.at(literal));
      }
      default -> ORDINARY;
    };
  }

  private static boolean reindexes(String sql) {
    Words all = Words.of(sql);
    Words outside = Words.outsideParentheses(sql);
    return all.has("concurrently") || WHOLE.contains(outside.at(1));
  }

  private static boolean clustersAll(Words outside) {
    return outside.from(1).list().stream().allMatch("verbose"::equals);
  }

  /** Whether the body of {@code do} has a statement {@code commit} or {@code rollback}. */
  private static boolean endsTransactions(Words statement) {
    for (String token : statement.list()) {
      int tag = token.startsWith("$") ? token.indexOf('$', 1) + 1 : 0;
      if (tag > 0 && token.length() >= 2 * tag) {
        return hasControl(token.substring(tag, token.length() - tag));
      }
      if (token.startsWith("'") && token.length() > 1) {
        return hasControl(token.substring(1, token.length() - 1).replace("''", "'"));
      }
    }
    return false;
  }

  private static boolean hasControl(String body) {
    List<String> words;
    try {
      words = Words.of(body).list();
    } catch (ScriptException e) {
      // Another language's text: the server tells.
      return false;
    }
    for (int i = 0; i + 1 < words.size(); i++) {
      boolean isControl = words.get(i).equals("commit") || words.get(i).equals("rollback");
      if (isControl && (words.get(i + 1).equals(";") || words.get(i + 1).equals("and"))) {
        return true;
      }
    }
    return false;
  }
}
