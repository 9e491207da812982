package dev.slipway.pull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Brings what changed of what a class defines into it: only the fields and statements that say it
 * are touched.
 */
final class ClassEdit {

  private final Parsed.DefiningClass parsed;
  private final ClassSource before;
  private final ClassSource after;
  private final TextEdits edits;
  private final Unplaced unplaced;

  /**
   * @param parsed the class
   * @param before the class as the definition has it, with the fields that are there
   * @param after the class as it shall be, with the fields of new members too
   * @param unplaced what is found no place for
   */
  ClassEdit(Parsed.DefiningClass parsed, ClassSource before, ClassSource after, Unplaced unplaced) {
    this.parsed = parsed;
    this.before = before;
    this.after = after;
    this.edits = new TextEdits(parsed.text());
    this.unplaced = unplaced;
  }

  /** The text of the class with the changes. */
  String apply() {
    List<Chain> oldClauses = new ArrayList<>(before.clauses());
    List<Chain> newClauses = new ArrayList<>(after.clauses());
    Set<String> same = new TreeSet<>();
    oldClauses.forEach(clause -> same.add(Wording.of(clause)));
    same.retainAll(newClauses.stream().map(Wording::of).toList());
    oldClauses.removeIf(clause -> same.contains(Wording.of(clause)));
    newClauses.removeIf(clause -> same.contains(Wording.of(clause)));
    List<String> gone = members();
    clauses(oldClauses, newClauses, gone);
    imports();
    return withoutUnused(edits.after());
  }

  private static Map<String, Member> byName(ClassSource source) {
    Map<String, Member> members = new LinkedHashMap<>();
    source.members().forEach(member -> members.put(member.what(), member));
    return members;
  }

  private Parsed.@Nullable Field field(@Nullable String name) {
    return parsed.fields().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Changes the fields; the calls that a field should lose and does not have. */
  private List<String> members() {
    Map<String, Member> old = byName(before);
    Map<String, Member> now = byName(after);
    List<String> missing = new ArrayList<>();
    for (Member member : old.values()) {
      Parsed.Field field = field(before.field(member));
      Member other = now.get(member.what());
      // Printed in any case, so that it is known what was imported for it.
      String printed = member.declaration("x");
      boolean isSame = other != null && printed.equals(other.declaration("x"));
      if (isSame) {
        continue;
      }
      if (field == null) {
        unplaced.tell(
            "The "
                + member.what()
                + " of the "
                + before.what()
                + " is declared in no field of "
                + parsed.className()
                + ".");
      } else if (other == null) {
        edits.removeLines(field.span());
      } else {
        for (String call : new FieldEdit(edits, field).apply(member, other)) {
          missing.add(asClause(call, field.name()));
        }
      }
    }
    addMembers(old, now);
    return missing;
  }

  /** What a column says by a call, said by the table. */
  private static String asClause(String call, String field) {
    String method = Wording.method(call);
    String arguments = call.substring(method.length() + 1, call.length() - 1);
    return switch (method) {
      case "unique", "primaryKey" ->
          method + "(" + field + ")" + (arguments.isEmpty() ? "" : ".named(" + arguments + ")");
      default -> field + "." + call;
    };
  }

  private void addMembers(Map<String, Member> old, Map<String, Member> now) {
    Parsed.Field last = null;
    for (Member member : now.values()) {
      if (old.containsKey(member.what())) {
        Parsed.Field field = field(before.field(old.get(member.what())));
        last = field == null ? last : field;
        continue;
      }
      String declaration = member.declaration(after.field(member));
      if (last != null) {
        edits.insert(edits.afterLine(last.span().end()), declaration);
      } else if (!parsed.fields().isEmpty()) {
        edits.insert(edits.startOfLine(parsed.fields().get(0).span().start()), declaration);
      } else {
        unplaced.write(parsed.file(), "write the field", declaration);
      }
    }
  }

  private void clauses(List<Chain> old, List<Chain> now, List<String> gone) {
    List<Parsed.Statement> free = new ArrayList<>(parsed.statements());
    for (Chain clause : old) {
      Parsed.Statement there = find(clause, free);
      if (there == null) {
        unplaced.write(
            parsed.file(), "take out what stands for", String.join("", clause.calls()) + ";");
        continue;
      }
      free.remove(there);
      Chain instead = sameName(clause, now);
      if (instead == null) {
        edits.removeLines(there.span());
      } else {
        now.remove(instead);
        edits.replace(there.span(), instead.statement("", 4).strip());
      }
    }
    for (String clause : gone) {
      Parsed.Statement there =
          free.stream()
              .filter(each -> Wording.of(each.calls()).equals(Wording.of(clause)))
              .findFirst()
              .orElse(null);
      if (there == null) {
        unplaced.write(parsed.file(), "take out what stands for", clause + ";");
      } else {
        free.remove(there);
        edits.removeLines(there.span());
      }
    }
    now.forEach(this::add);
  }

  private static Parsed.@Nullable Statement find(Chain clause, List<Parsed.Statement> among) {
    String wording = Wording.of(clause);
    String name = Wording.name(clause);
    Parsed.Statement named = null;
    for (Parsed.Statement each : among) {
      if (Wording.of(each.calls()).equals(wording)) {
        return each;
      }
      named = name != null && name.equals(Wording.name(each.calls())) ? each : named;
    }
    return named;
  }

  private static @Nullable Chain sameName(Chain clause, List<Chain> among) {
    String name = Wording.name(clause);
    String first = clause.calls().get(0);
    for (Chain each : among) {
      boolean isSame =
          name == null
              ? Wording.name(each) == null && each.calls().get(0).equals(first)
              : name.equals(Wording.name(each));
      if (isSame) {
        return each;
      }
    }
    return null;
  }

  /** Behind the last statement of its kind, or at the end. */
  private void add(Chain clause) {
    String statement = clause.statement("", 4);
    String method = Wording.method(clause.calls().get(0));
    Parsed.Statement last = null;
    for (Parsed.Statement each : parsed.statements()) {
      last = each.calls().get(0).method().equals(method) ? each : last;
    }
    int close = parsed.body().end() - 1;
    boolean isOneLine = edits.startOfLine(close) <= parsed.body().start();
    if (last != null) {
      edits.insert(edits.afterLine(last.span().end()), statement);
    } else if (isOneLine) {
      edits.insert(close, "\n" + statement + "  ");
    } else {
      edits.insert(edits.startOfLine(close), statement);
    }
  }

  private void imports() {
    add("import static ", after.file().staticImports());
    add("import ", after.file().imports());
  }

  /** Each before the first one that follows it in order; else behind the last of its kind. */
  private void add(String words, Set<String> names) {
    Map<String, Parsed.Span> alike = new TreeMap<>();
    parsed
        .imports()
        .forEach((name, span) -> {
          boolean isStatic = span.of(parsed.text()).startsWith("import static ");
          if (isStatic == words.startsWith("import static ")) {
            alike.put(name, span);
          }
        });
    for (String name : names) {
      String all = name.substring(0, name.lastIndexOf('.')) + ".*";
      if (alike.containsKey(name) || alike.containsKey(all)) {
        continue;
      }
      String line = words + name + ";";
      Parsed.Span next =
          alike.entrySet().stream()
              .filter(each -> each.getKey().compareTo(name) > 0)
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(null);
      if (next != null) {
        edits.insert(next.start(), line + "\n");
      } else if (!alike.isEmpty()) {
        int last = alike.values().stream().mapToInt(Parsed.Span::end).max().orElseThrow();
        edits.insert(last, "\n" + line);
      } else if (parsed.imports().isEmpty() || !words.startsWith("import static ")) {
        edits.insert(parsed.header(), "\n\n" + line);
      } else {
        int first =
            parsed.imports().values().stream().mapToInt(Parsed.Span::start).min().orElseThrow();
        edits.insert(first, line + "\n\n");
      }
    }
  }

  /** What was imported for what is gone. */
  private String withoutUnused(String text) {
    Set<String> used = new TreeSet<>(before.file().imports());
    used.addAll(before.file().staticImports());
    used.removeAll(after.file().imports());
    used.removeAll(after.file().staticImports());
    String result = text;
    for (String name : used) {
      String simple = name.substring(name.lastIndexOf('.') + 1);
      long uses =
          Pattern.compile("\\b" + Pattern.quote(simple) + "\\b").matcher(result).results().count();
      if (uses == 1) {
        result = result.replaceFirst("import (static )?" + Pattern.quote(name) + ";\\R", "");
      }
    }
    return result.replaceFirst("(package [^;]*;\\R)\\R{2,}", "$1\n");
  }
}
