package dev.slipway.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code with} and {@code programs} of {@code backups:}. */
record BackupProgramsReader(YamlReader yaml, Problems problems, Path root) {

  BackupPrograms read(Map<String, Node> keys) {
    return new BackupPrograms(with(keys.get("with")), folder(keys.get("programs")));
  }

  private BackupWith with(@Nullable Node node) {
    String word = node == null ? null : yaml.string(node, "with");
    if (node == null || word == null) {
      return BackupPrograms.standard().with();
    }
    return BackupWith.of(word)
        .orElseGet(() -> {
          problems.add(
              node,
              ConfigurationError.BAD_VALUE,
              "backups are taken with "
                  + String.join(", ", BackupWith.words())
                  + ", not "
                  + YamlReader.shown(word));
          return BackupPrograms.standard().with();
        });
  }

  private @Nullable Path folder(@Nullable Node node) {
    String name = node == null ? null : yaml.string(node, "programs");
    if (node == null || name == null) {
      return null;
    }
    Path folder = root.resolve(name).normalize();
    if (!Files.isDirectory(folder)) {
      problems.add(
          node,
          ConfigurationError.BAD_VALUE,
          "programs is the folder of pg_dump and pg_restore, and there is no folder "
              + YamlReader.shown(name));
    }
    return folder;
  }
}
