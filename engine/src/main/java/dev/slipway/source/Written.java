package dev.slipway.source;

import dev.slipway.dialect.Script;
import dev.slipway.planner.DeclaredRename;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A definition before the engine has seen it. Where its classes said it before, they are loaded
 * only when somebody asks what they say. Not thread-safe.
 */
public final class Written {

  private final String key;
  private final List<DeclaredRename> renames;
  private final List<Script> files;
  private final Supplier<List<Script>> unread;
  private @Nullable List<Script> scripts;

  /**
   * @param scripts what creates it
   * @param renames what its classes declare; directives of its scripts are read later
   * @param key what it is known by among the elaborations
   */
  Written(List<Script> scripts, List<DeclaredRename> renames, String key) {
    this(key, renames, scripts, () -> scripts);
  }

  /**
   * @param key what it is known by among the elaborations
   * @param renames what its classes declare
   * @param files the scripts that somebody wrote, which may hold directives
   * @param scripts gives what creates it
   */
  Written(
      String key,
      List<DeclaredRename> renames,
      List<Script> files,
      Supplier<List<Script>> scripts) {
    this.key = key;
    this.renames = List.copyOf(renames);
    this.files = List.copyOf(files);
    this.unread = scripts;
  }

  /** What it is known by among the elaborations. */
  public String key() {
    return key;
  }

  /** What its classes declare; directives of its files are read later. */
  List<DeclaredRename> renames() {
    return renames;
  }

  /** The scripts that may hold directives. */
  List<Script> files() {
    return files;
  }

  /** All scripts that create it. */
  List<Script> scripts() {
    List<Script> known = scripts;
    if (known == null) {
      known = List.copyOf(unread.get());
      scripts = known;
    }
    return known;
  }
}
