package dev.slipway.cli.demo;

import java.util.ArrayList;
import java.util.List;

/** The lines of two texts in one list, each with what became of it. */
final class LineDiff {

  /** What became of a line. */
  enum Mark {
    SAME,
    REMOVED,
    ADDED
  }

  /**
   * A line.
   *
   * @param mark what became of it
   * @param text the line
   */
  record Line(Mark mark, String text) {}

  private LineDiff() {}

  /** All lines of both texts; what is common to both in the same order counts as the same. */
  static List<Line> of(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> now = after.lines().toList();
    int[][] common = commonLengths(old, now);
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        lines.add(new Line(Mark.SAME, old.get(i)));
        i++;
        j++;
      } else if (j == now.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Mark.REMOVED, old.get(i)));
        i++;
      } else {
        lines.add(new Line(Mark.ADDED, now.get(j)));
        j++;
      }
    }
    return lines;
  }

  /** At {@code [i][j]}: how many lines the rests from i and from j have in common. */
  private static int[][] commonLengths(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /** The changed lines with so many lines around them. */
  static List<List<Line>> hunks(List<Line> lines, int context) {
    List<List<Line>> hunks = new ArrayList<>();
    List<Line> hunk = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (isNearChange(lines, i, context)) {
        hunk.add(lines.get(i));
      } else if (!hunk.isEmpty()) {
        hunks.add(withoutBlankEdges(hunk));
        hunk.clear();
      }
    }
    if (!hunk.isEmpty()) {
      hunks.add(withoutBlankEdges(hunk));
    }
    return hunks;
  }

  private static List<Line> withoutBlankEdges(List<Line> hunk) {
    int from = hunk.get(0).text().isBlank() ? 1 : 0;
    int to = hunk.size() - (hunk.get(hunk.size() - 1).text().isBlank() ? 1 : 0);
    return List.copyOf(hunk.subList(from, Math.max(from, to)));
  }

  private static boolean isNearChange(List<Line> lines, int index, int context) {
    return lines
        .subList(Math.max(0, index - context), Math.min(lines.size(), index + context + 1))
        .stream()
        .anyMatch(line -> line.mark() != Mark.SAME);
  }
}
