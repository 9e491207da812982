package dev.slipway.pull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes to a text, which do not touch what is between them. Not thread-safe. */
final class TextEdits {

  private record Edit(int start, int end, String text) {}

  private final String text;
  private final List<Edit> edits = new ArrayList<>();

  TextEdits(String text) {
    this.text = text;
  }

  String before() {
    return text;
  }

  void insert(int at, String added) {
    edits.add(new Edit(at, at, added));
  }

  void replace(Parsed.Span span, String other) {
    edits.add(new Edit(span.start(), span.end(), other));
  }

  /** Takes whole lines out, with the comment that stands directly before them. */
  void removeLines(Parsed.Span span) {
    int start = startOfLine(span.start());
    while (start > 0) {
      int above = startOfLine(start - 1);
      String line = text.substring(above, start).strip();
      boolean isComment =
          line.startsWith("//")
              || line.startsWith("/*")
              || (line.startsWith("*") && text.lastIndexOf("/*", above) >= 0);
      if (!isComment) {
        break;
      }
      start = above;
    }
    int end = text.indexOf('\n', span.end());
    edits.add(new Edit(start, end < 0 ? text.length() : end + 1, ""));
  }

  /** The place behind the line on which another place is. */
  int afterLine(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  int startOfLine(int at) {
    return text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  /** The text with all changes; what is inserted at one place stands in the order of insertion. */
  String after() {
    var result = new StringBuilder();
    int at = 0;
    for (Edit edit : edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
      result.append(text, at, Math.max(at, edit.start)).append(edit.text);
      at = Math.max(at, edit.end);
    }
    return result.append(text.substring(at)).toString();
  }
}
