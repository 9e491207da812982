package dev.slipway.e2e.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The programs beside which Slipway is measured, fetched from npm and Maven Central into a folder.
 *
 * @param folder where they are
 */
record Peers(Path folder) {

  private static final Map<String, String> DRIZZLE =
      Map.of(
          "drizzle-0.31",
          "drizzle-kit@0.31.11 drizzle-orm@0.45.4 pg@8.23.1",
          "drizzle-rc",
          "drizzle-kit@1.0.0-rc.5 drizzle-orm@1.0.0-rc.5 pg@8.23.1");

  private static final String FLYWAY = "11.8.0";

  /** The folder of a version of drizzle-kit, in which a configuration finds drizzle-orm. */
  Path drizzle(String version) throws Exception {
    Path home = folder.resolve(version);
    if (!Files.isDirectory(home.resolve("node_modules/drizzle-kit"))) {
      Files.createDirectories(home);
      Files.writeString(home.resolve("package.json"), "{ \"private\": true }");
      run(
          home,
          "sh",
          "-c",
          "npm install --no-audit --no-fund --no-package-lock " + DRIZZLE.get(version));
    }
    return home;
  }

  /** The program {@code drizzle-kit} of such a folder. */
  static String drizzleKit(Path home) {
    return home.resolve("node_modules/.bin/drizzle-kit").toString();
  }

  /** Flyway's command line with the JRE that comes with it. */
  Path flyway() throws Exception {
    Path home = folder.resolve("flyway-" + FLYWAY);
    if (!Files.isDirectory(home)) {
      Files.createDirectories(folder);
      String artifact = "org.flywaydb:flyway-commandline:" + FLYWAY + ":tar.gz:linux-x64";
      run(
          folder,
          "mvn",
          "-q",
          "-B",
          "-ntp",
          "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy",
          "-Dartifact=" + artifact,
          "-DoutputDirectory=" + folder);
      run(folder, "sh", "-c", "tar xzf flyway-commandline-*.tar.gz && rm flyway-commandline-*.gz");
    }
    return home.resolve("flyway");
  }

  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    int exit =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .inheritIO()
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException(String.join(" ", command) + " ended with " + exit);
    }
  }
}
