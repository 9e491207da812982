package dev.slipway.pull;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings what changed of one member into the field that declares it, call by call. */
final class FieldEdit {

  private final TextEdits edits;
  private final Parsed.Field field;

  FieldEdit(TextEdits edits, Parsed.Field field) {
    this.edits = edits;
    this.field = field;
  }

  /**
   * Changes the field.
   *
   * @return the calls that were to be taken out and are not there, as they would be printed; the
   *     table may have them
   */
  List<String> apply(Member old, Member now) {
    String was = old.declaration(field.name());
    if (Wording.of(was).equals(Wording.of(field.span().of(edits.before())))) {
      edits.replace(field.span(), now.declaration(field.name()).strip());
      return List.of();
    }
    String given = field.calls().get(0).literal();
    String name = given == null ? "" : JavaText.quoted(given);
    List<String> oldCalls = old.chain().apply(name).calls();
    List<String> newCalls = now.chain().apply(name).calls();
    List<String> missing = new ArrayList<>();
    if (!oldCalls.get(0).equals(newCalls.get(0))) {
      edits.replace(field.calls().get(0).span(), newCalls.get(0));
      edits.replace(field.type(), now.type());
    }
    List<String> gone = without(oldCalls, newCalls);
    List<String> added = without(newCalls, oldCalls);
    for (String call : gone) {
      Parsed.Call there = find(call);
      String instead = take(added, Wording.method(call));
      if (there == null) {
        missing.add(call.substring(1));
        if (instead != null) {
          append(instead);
        }
      } else {
        int dot = edits.before().indexOf('.', there.span().start());
        edits.replace(
            instead == null ? there.span() : new Parsed.Span(dot, there.span().end()),
            instead == null ? "" : instead);
      }
    }
    added.forEach(this::append);
    return missing;
  }

  private static List<String> without(List<String> calls, List<String> others) {
    List<String> rest = new ArrayList<>(calls.subList(1, calls.size()));
    others.subList(1, others.size()).forEach(rest::remove);
    return rest;
  }

  private static String family(String method) {
    return switch (method) {
      case "defaultTo", "defaultSql" -> "default";
      case "generatedAs", "generatedVirtuallyAs" -> "generated";
      case "generatedAlwaysAsIdentity", "generatedByDefaultAsIdentity" -> "identity";
      case "references", "referencesOther" -> "references";
      default -> method;
    };
  }

  private static @Nullable String take(List<String> calls, String method) {
    for (String call : calls) {
      if (family(Wording.method(call)).equals(family(method))) {
        calls.remove(call);
        return call;
      }
    }
    return null;
  }

  /** The call that says the same; else the only one of its kind. */
  private Parsed.@Nullable Call find(String printed) {
    List<Parsed.Call> alike = new ArrayList<>();
    for (Parsed.Call call : field.calls().subList(1, field.calls().size())) {
      boolean isNamedAlike =
          call.method().equals("check")
              && Wording.method(printed).equals("check")
              && call.literal() != null
              && call.literal().equals(Wording.literal(printed));
      if (isNamedAlike || Wording.of(call.text()).equals(Wording.of(printed))) {
        return call;
      }
      if (family(call.method()).equals(family(Wording.method(printed)))) {
        alike.add(call);
      }
    }
    return alike.size() == 1 && !alike.get(0).method().equals("check") ? alike.get(0) : null;
  }

  /** Behind the last call, or before the one that changes the Java type. */
  private void append(String call) {
    List<Parsed.Call> calls = field.calls();
    if (Wording.method(call).equals("array")) {
      edits.insert(calls.get(0).span().end(), call);
      return;
    }
    for (Parsed.Call each : calls) {
      if (each.method().equals("as")) {
        edits.insert(each.span().start(), call);
        return;
      }
    }
    Parsed.Call last = calls.get(calls.size() - 1);
    String space = edits.before().substring(last.span().start(), last.span().end());
    int dot = calls.size() > 1 ? space.indexOf('.') : 0;
    edits.insert(last.span().end(), space.substring(0, Math.max(0, dot)) + call);
  }
}
