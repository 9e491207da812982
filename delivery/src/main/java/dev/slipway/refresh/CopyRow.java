package dev.slipway.refresh;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of COPY's text format (manual, COPY, File Formats: Text Format). */
final class CopyRow {

  private static final String NULL = "\\N";

  private CopyRow() {}

  /** The fields as they are written, without the line's end. */
  static List<String> fields(byte[] row) {
    String line = new String(row, StandardCharsets.UTF_8);
    int end = line.endsWith("\n") ? line.length() - 1 : line.length();
    List<String> fields = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= end; i++) {
      if (i == end || line.charAt(i) == '\t') {
        fields.add(line.substring(from, i));
        from = i + 1;
      }
    }
    return fields;
  }

  /** The bytes of a row. */
  static byte[] bytes(List<String> fields) {
    return (String.join("\t", fields) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** The value of a field. */
  static @Nullable String value(String field) {
    if (field.equals(NULL)) {
      return null;
    }
    if (field.indexOf('\\') < 0) {
      return field;
    }
    var text = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && i + 1 < field.length()) {
        char next = field.charAt(++i);
        text.append(
            switch (next) {
              case 'b' -> '\b';
              case 'f' -> '\f';
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              case 'v' -> '\u000B';
              default -> next;
            });
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /** The field of a value. */
  static String field(@Nullable String value) {
    if (value == null) {
      return NULL;
    }
    var text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> text.append(c);
      }
    }
    return text.toString();
  }
}
