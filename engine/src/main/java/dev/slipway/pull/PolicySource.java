package dev.slipway.pull;

import dev.slipway.schema.model.DefinedPolicy;
import dev.slipway.schema.model.DefinedPolicy.Command;
import dev.slipway.schema.model.Role;
import java.util.List;
import java.util.Locale;
import org.jooq.SQLDialect;

/** Prints a row level security policy as a clause of its table. */
final class PolicySource {

  private PolicySource() {}

  static Chain of(DefinedPolicy policy) {
    var chain = new Chain("policy(" + JavaText.quoted(policy.name()) + ")");
    if (policy.command() != Command.ALL) {
      chain.then("for" + capital(policy.command().name()) + "()");
    }
    if (policy.restrictive()) {
      chain.then("restrictive()");
    }
    if (!policy.roles().equals(List.of(Role.PUBLIC))) {
      chain.then(Roles.to(policy.roles()));
    }
    if (policy.using() != null) {
      chain.then("using", policy.using().sql(SQLDialect.POSTGRES));
    }
    if (policy.withCheck() != null) {
      chain.then("withCheck", policy.withCheck().sql(SQLDialect.POSTGRES));
    }
    if (policy.comment() != null) {
      chain.then("comment", policy.comment());
    }
    return chain;
  }

  private static String capital(String word) {
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
