package dev.slipway.pitr;

import dev.slipway.config.PitrSettings;
import dev.slipway.error.SlipwayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The programs of a server's version.
 *
 * @param folder where they are
 */
record ServerPrograms(Path folder) {

  /**
   * Finds them: where the settings say, where the running server says, where packages put them.
   *
   * @param told the folder that the running server told; null for none
   * @param major the major version, such as {@code 15}
   */
  static ServerPrograms find(PitrSettings settings, @Nullable Path told, String major) {
    Path said = settings.binaries();
    List<Path> places = new ArrayList<>();
    if (said != null) {
      places.add(said);
    } else {
      if (told != null) {
        places.add(told);
      }
      places.add(Path.of("/usr/lib/postgresql", major, "bin"));
      places.add(Path.of("/usr/pgsql-" + major, "bin"));
    }
    return places.stream()
        .filter(place -> Files.isExecutable(place.resolve("pg_ctl")))
        .findFirst()
        .map(ServerPrograms::new)
        .orElseThrow(() ->
            new SlipwayException(
                PitrError.PITR_PROGRAMS_MISSING,
                "There is no pg_ctl of PostgreSQL "
                    + major
                    + " in "
                    + places.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + ".",
                "Install the server (Debian, Ubuntu: apt-get install postgresql-"
                    + major
                    + "), or say where its programs are: pitr: { binaries: FOLDER }."));
  }

  String control() {
    return folder.resolve("pg_ctl").toString();
  }
}
