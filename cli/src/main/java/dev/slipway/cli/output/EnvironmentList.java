package dev.slipway.cli.output;

import dev.slipway.config.EnvironmentConfiguration;
import dev.slipway.dialect.DatabaseUrl;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The environments of a configuration, as a person and as a program read them. */
public final class EnvironmentList {

  private EnvironmentList() {}

  /** The answer for a program. */
  public static Json json(Collection<EnvironmentConfiguration> environments) {
    return Json.answer("env", "listed")
        .with(
            "environments",
            environments.stream()
                .map(each ->
                    Json.object()
                        .with("name", each.name())
                        .with("address", address(each))
                        .with("protected", each.protectedEnvironment())
                        .with("after", each.after())
                        .with("stamped", each.stamped())
                        .with("migrateAs", each.logins().migrateAs())
                        .with("readAs", each.logins().readAs())
                        .with("readsApart", each.logins().apart())
                        .members())
                .toList());
  }

  /** A line each. */
  public static String text(Collection<EnvironmentConfiguration> environments, Style style) {
    var table = new TextTable("environment", "address", "protected", "after", "stamp");
    for (EnvironmentConfiguration each : environments) {
      String address = address(each);
      String after = each.after();
      table.row(
          each.name(),
          address == null ? "has a variable that is not set" : address,
          each.protectedEnvironment() ? "yes" : "no",
          after == null ? "-" : after,
          each.stamped() ? "needed" : "none");
    }
    return table.text(style, "");
  }

  private static @Nullable String address(EnvironmentConfiguration environment) {
    if (environment.url().isEmpty()) {
      return null;
    }
    return environment.embedded()
        ? EnvironmentConfiguration.EMBEDDED
        : new DatabaseUrl(environment.url()).toString();
  }
}
