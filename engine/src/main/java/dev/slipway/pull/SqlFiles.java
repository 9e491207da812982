package dev.slipway.pull;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.dialect.Renderer;
import dev.slipway.plan.Statement;
import dev.slipway.plan.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statements of what no class says, in files: each in the one of its object, in the order in
 * which they can run.
 */
final class SqlFiles {

  private static final Set<Kind> ROUTINES = Set.of(Kind.ROUTINE);

  private SqlFiles() {}

  /**
   * The texts of the files by their paths.
   *
   * @param steps the statements with their objects
   * @param catalog the catalog that they lead to
   * @param root the definition's package
   * @param unchecked the files whose routines the server shall not look into
   * @param renderer how that is said
   */
  static Map<String, String> of(
      List<Step> steps, Catalog catalog, String root, Set<String> unchecked, Renderer renderer) {
    Map<String, List<Step>> byFile = new LinkedHashMap<>();
    Map<SqlPlace, String> files = new HashMap<>();
    Map<String, SqlPlace> taken = new HashMap<>();
    for (Step step : steps) {
      SqlPlace place = SqlPlace.of(step.object(), catalog);
      String file = files.computeIfAbsent(place, key -> path(key, root, taken));
      byFile.computeIfAbsent(file, key -> new ArrayList<>()).add(step);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    byFile.forEach((file, of) ->
        texts.put(
            file,
            unchecked.contains(file)
                ? said(renderer.preamble(ROUTINES)) + "\n" + text(of)
                : text(of)));
    return texts;
  }

  private static String said(List<Statement> statements) {
    return statements.stream().map(each -> each.sql() + ";\n").collect(Collectors.joining());
  }

  private static String path(SqlPlace place, String root, Map<String, SqlPlace> taken) {
    String folder = Places.packageOf(root, place.schema()).replace('.', '/');
    String path = folder + "/" + place.path();
    String free = JavaNames.free(path, name -> taken.containsKey(name.toLowerCase(Locale.ROOT)));
    taken.put(free.toLowerCase(Locale.ROOT), place);
    return free + ".sql";
  }

  private static String text(List<Step> steps) {
    var text = new StringBuilder();
    ObjectId last = null;
    for (Step step : steps) {
      String sql = step.statement().sql().strip();
      boolean isLong = sql.indexOf('\n') >= 0 || !step.object().subject().equals(last);
      text.append(!text.isEmpty() && isLong ? "\n" : "").append(sql);
      text.append(sql.substring(sql.lastIndexOf('\n') + 1).contains("--") ? "\n;\n" : ";\n");
      last = step.object().subject();
    }
    return text.toString();
  }
}
