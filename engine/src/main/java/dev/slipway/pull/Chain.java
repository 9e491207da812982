package dev.slipway.pull;

import java.util.ArrayList;
import java.util.List;

/**
 * A call with the calls that follow it, as a person would lay it out: on one line where it fits, on
 * the next where that fits, else a call a line.
 */
final class Chain {

  private static final int WIDTH = 100;

  private final List<String> calls = new ArrayList<>();

  Chain(String first) {
    calls.add(first);
  }

  Chain then(String call) {
    calls.add("." + call);
    return this;
  }

  /** A call of which a string is the last argument; a long one has its lines in a block. */
  Chain then(String method, String text) {
    return then(method + "(" + JavaText.of(text, 8) + ")");
  }

  /** The calls in their order, those that follow the first with a dot before them. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /**
   * The statement.
   *
   * @param head what stands before it, such as {@code public final Column<String> name}; empty for
   *     a call alone
   * @param indent the column of its beginning
   */
  String statement(String head, int indent) {
    String before = " ".repeat(indent);
    String joined = String.join("", calls);
    String assigned = head.isEmpty() ? joined : head + " = " + joined;
    if (isShort(before + assigned + ";")) {
      return before + assigned + ";\n";
    }
    String further = before + "    ";
    if (!head.isEmpty() && isShort(further + joined + ";")) {
      return before + head + " =\n" + further + joined + ";\n";
    }
    String first =
        head.isEmpty() ? before + calls.get(0) : before + head + " =\n" + further + calls.get(0);
    String rest = head.isEmpty() ? further : further + "    ";
    var lines = new StringBuilder(first);
    calls.stream().skip(1).forEach(call -> lines.append('\n').append(rest).append(call));
    return lines.append(";\n").toString();
  }

  private static boolean isShort(String line) {
    return line.length() <= WIDTH && line.indexOf('\n') < 0;
  }
}
