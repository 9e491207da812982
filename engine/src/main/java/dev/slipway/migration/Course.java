package dev.slipway.migration;

import dev.slipway.dialect.Advance;
import dev.slipway.dialect.Conduct;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.dialect.SegmentEntry;
import dev.slipway.dialect.SegmentRecord;
import dev.slipway.error.SlipwayException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The way through a part: which of its segments are done and which is next. Not thread-safe.
 *
 * <p>A part that was begun by an earlier run goes on behind what the ledger has of it.
 */
final class Course {

  private final Part part;
  private final Dialect dialect;
  private final @Nullable SegmentRecord open;
  private Learned learned;
  private List<Segment> segments;
  private int done;
  private int from;
  private Duration duration;

  private Course(Part part, Dialect dialect, @Nullable Advance advance) {
    this.part = part;
    this.dialect = dialect;
    this.open = advance == null ? null : advance.open();
    this.done = advance == null ? 0 : advance.done().size();
    this.from = advance == null || done == 0 ? 0 : advance.done().getLast().entry().end();
    this.duration = advance == null ? Duration.ZERO : advance.duration();
    this.learned = learned(advance);
    this.segments = cut();
  }

  /**
   * @param advance how far the part is; null when nothing of it ran
   * @throws SlipwayException when what ran was edited since
   */
  static Course of(Part part, Dialect dialect, @Nullable Advance advance) {
    var course = new Course(part, dialect, advance);
    if (advance != null) {
      advance.done().forEach(record -> course.requireUnedited(record.entry()));
    }
    return course;
  }

  private Learned learned(@Nullable Advance advance) {
    Learned known = new Learned(part.alone(), from == 0 ? Set.of() : Set.of(from));
    if (advance != null) {
      for (SegmentRecord record : advance.done()) {
        known = known.border(record.entry().first());
      }
    }
    if (open != null) {
      int end = Math.min(open.entry().end(), part.statements().size());
      for (int i = open.entry().first(); i < end; i++) {
        Conduct conduct = conduct(i);
        if (!(conduct instanceof Conduct.Begins) && !(conduct instanceof Conduct.Commits)) {
          known = known.alone(i);
        }
      }
    }
    return known;
  }

  private List<Segment> cut() {
    return SegmentCutter.cut(part, dialect.transactions(), learned).stream()
        .filter(segment -> segment.first() >= from)
        .toList();
  }

  private void requireUnedited(SegmentEntry entry) {
    if (entry.end() > part.statements().size()
        || !content(entry.first(), entry.end()).equals(entry.content())) {
      throw new SlipwayException(
          MigrationError.EDITED_AFTER_APPLY,
          part.file()
              + " was edited where it ran already: its segment "
              + entry.number()
              + " (statements "
              + (entry.first() + 1)
              + " to "
              + entry.end()
              + ") is not what was run.",
          "Restore these statements as they ran; those behind them may change.");
    }
  }

  Part part() {
    return part;
  }

  /** The segment to be run; null when all are done. */
  @Nullable Segment next() {
    return segments.isEmpty() ? null : segments.getFirst();
  }

  /** Whether nothing is left of a part that was begun. */
  boolean isOver() {
    return done > 0 && segments.isEmpty();
  }

  /** Whether the segment to be run is the last one. */
  boolean isAtLast() {
    return segments.size() == 1;
  }

  /** Whether the ledger has, or needs, lines about single segments. */
  boolean isCut() {
    return done > 0
        || segments.size() > 1
        || open != null
        || (!segments.isEmpty() && segments.getFirst().alone());
  }

  /** How many segments are done. */
  int done() {
    return done;
  }

  /** How many statements are done. */
  int doneStatements() {
    return from;
  }

  /** How many segments there are, as far as is known. */
  int of() {
    return done + segments.size();
  }

  /** How long the done segments took. */
  Duration duration() {
    return duration;
  }

  /** The record of the segment to be run, when it was begun by an earlier run; else null. */
  @Nullable SegmentRecord begun() {
    return open != null && open.entry().number() == done + 1 ? open : null;
  }

  /** What the ledger keeps of the segment to be run. */
  SegmentEntry entry() {
    Segment segment = segments.getFirst();
    return new SegmentEntry(
        done + 1,
        of(),
        segment.first(),
        segment.end() - segment.first(),
        content(segment.first(), segment.end()));
  }

  /** The segment to be run is done. */
  void advance(Duration took) {
    from = segments.getFirst().end();
    segments = segments.subList(1, segments.size());
    done++;
    duration = duration.plus(took);
  }

  /** The server said that a statement can't be part of a transaction. */
  void learnAlone(int statement) {
    learned = learned.alone(statement);
    segments = cut();
  }

  /** The server said that what is before a statement must be committed. */
  void learnBorder(int statement) {
    learned = learned.border(statement);
    segments = cut();
  }

  /** The statements of done segments whose settings hold for those that follow. */
  List<ScriptStatement> settings() {
    List<ScriptStatement> settings = new ArrayList<>();
    for (int i = 0; i < from; i++) {
      if (conduct(i) instanceof Conduct.Sets) {
        settings.add(part.statements().get(i));
      }
    }
    return settings;
  }

  private Conduct conduct(int statement) {
    return dialect.transactions().conduct(part.statements().get(statement));
  }

  private String content(int first, int end) {
    StringBuilder content = new StringBuilder();
    IntStream.range(first, end)
        .forEach(i -> content.append(dialect.parts(part.statements().get(i).script()).content()));
    return Sha256.of(content.toString().getBytes(StandardCharsets.UTF_8));
  }
}
