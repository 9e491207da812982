package dev.slipway.seed;

import dev.slipway.dialect.Conduct;
import dev.slipway.dialect.Dialect;
import dev.slipway.dialect.Directive;
import dev.slipway.dialect.ScriptException;
import dev.slipway.dialect.ScriptParts;
import dev.slipway.dialect.ScriptStatement;
import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code seeds/}: statements, or the name of a class.
 *
 * @param name its path below the folder
 * @param file the file
 * @param environments the environments that it is for; empty for all that are not protected
 * @param className the class that writes the rows; null where statements do
 * @param statements the statements
 * @param hash the SHA-256 of its text
 */
record SeedFile(
    String name,
    Path file,
    Set<String> environments,
    @Nullable String className,
    List<ScriptStatement> statements,
    String hash) {

  SeedFile {
    environments = Set.copyOf(environments);
    statements = List.copyOf(statements);
  }

  /**
   * The files of a folder and of those below it, by name; none where it is not there.
   *
   * @param known the environments that there are
   */
  static List<SeedFile> all(Dialect dialect, Path folder, Set<String> known) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(each -> each.toString().endsWith(".sql"))
          .sorted()
          .map(each -> read(dialect, folder, each, known))
          .toList();
    } catch (IOException e) {
      throw wrong(folder.toString(), "can't be listed: " + e.getMessage());
    }
  }

  private static SeedFile read(Dialect dialect, Path folder, Path file, Set<String> known) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw wrong(file.toString(), "can't be read as UTF-8 text");
    }
    ScriptParts parts;
    try {
      parts = dialect.parts(text);
    } catch (ScriptException e) {
      throw e.in(file.toString());
    }
    Set<String> environments = Set.of();
    String className = null;
    for (Directive directive : parts.directives()) {
      String place = file + ":" + directive.line();
      if (directive.argument().isEmpty()) {
        throw wrong(place, "`" + directive.name() + ":` says nothing");
      }
      switch (directive.name()) {
        case "in" -> environments = environments(directive, place, known);
        case "class" -> className = directive.argument();
        default ->
            throw wrong(place, "a seed has no `" + directive.name() + "`; it knows in and class");
      }
    }
    if ((className == null) == parts.statements().isEmpty()) {
      throw wrong(
          file + ":1",
          className == null ? "there is no statement in it" : "it has a class and statements");
    }
    for (ScriptStatement statement : parts.statements()) {
      requirePart(dialect, statement, file + ":" + statement.line());
    }
    return new SeedFile(
        folder.relativize(file).toString(),
        file,
        environments,
        className,
        parts.statements(),
        hash(text));
  }

  private static Set<String> environments(Directive directive, String place, Set<String> known) {
    Set<String> named = new TreeSet<>(List.of(directive.argument().split("\\s*,\\s*")));
    for (String each : named) {
      if (!known.contains(each)) {
        throw wrong(place, "there is no environment \"" + each + "\"");
      }
    }
    return named;
  }

  /** A seed is one transaction. */
  private static void requirePart(Dialect dialect, ScriptStatement statement, String place) {
    switch (dialect.transactions().conduct(statement)) {
      case Conduct.Ordinary ordinary -> {}
      case Conduct.Sets sets -> {}
      case Conduct.Adds adds -> {}
      case Conduct.Apart apart -> {}
      case Conduct.Alone alone ->
          throw wrong(place, "the statement can't be part of a transaction");
      case Conduct.Begins begins -> throw wrong(place, "a seed is one transaction already");
      case Conduct.Commits commits -> throw wrong(place, "a seed is one transaction already");
      case Conduct.Refused refused -> throw wrong(place, refused.reason());
    }
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static SlipwayException wrong(String place, String what) {
    return new SlipwayException(
        SeedError.BAD_SEED, place + ": " + what + ".", "Mend the file. Nothing was written.");
  }
}
