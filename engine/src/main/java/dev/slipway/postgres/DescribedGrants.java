package dev.slipway.postgres;

import dev.slipway.catalog.Column;
import dev.slipway.catalog.Grant;
import dev.slipway.schema.model.DefinedGrant;
import dev.slipway.schema.model.Privilege;
import dev.slipway.schema.model.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Grants in the words of a definition, which adds to what a role has without them. */
final class DescribedGrants {

  private static final List<String> KNOWN =
      Arrays.stream(Privilege.values()).map(Enum::name).toList();

  /** What a table has from PostgreSQL 17 on, and a definition has no word for. */
  private static final String MAINTAIN = "MAINTAIN";

  private static final int ALL = 8;

  private DescribedGrants() {}

  /** The clauses that a grant on a table comes to; null when it can't be said. */
  static @Nullable List<DefinedGrant> of(Grant grant) {
    return canBeSaid(grant) ? clauses(grant, List.of()) : null;
  }

  /** Likewise of a grant on a column, which has a clause for each privilege. */
  static @Nullable List<DefinedGrant> of(Grant grant, Column column) {
    if (!canBeSaid(grant) || grant.privileges().contains(MAINTAIN)) {
      return null;
    }
    List<DefinedGrant> all = new ArrayList<>();
    for (DefinedGrant clause : clauses(grant, List.of(column.id().name()))) {
      for (Privilege privilege : clause.privileges()) {
        all.add(
            new DefinedGrant(
                List.of(privilege), clause.columns(), clause.roles(), clause.grantable()));
      }
    }
    return all;
  }

  private static boolean canBeSaid(Grant grant) {
    List<String> privileges = grant.privileges();
    return grant.given() == null
        && grant.owner() == null
        && !grant.role().equals(Grant.OWNER)
        && !privileges.isEmpty()
        && (grant.grantable().isEmpty() || grant.grantable().equals(privileges))
        && (KNOWN.containsAll(privileges) || isAll(privileges));
  }

  private static boolean isAll(List<String> privileges) {
    return privileges.size() == ALL && privileges.contains(MAINTAIN);
  }

  private static List<DefinedGrant> clauses(Grant grant, List<String> columns) {
    List<Privilege> privileges =
        isAll(grant.privileges())
            ? List.of()
            : grant.privileges().stream()
                .map(Privilege::valueOf)
                .sorted()
                .collect(Collectors.toList());
    return List.of(
        new DefinedGrant(
            privileges, columns, List.of(Role.of(grant.role())), !grant.grantable().isEmpty()));
  }
}
