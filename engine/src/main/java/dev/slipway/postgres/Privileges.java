package dev.slipway.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Privileges that a role has, with the ones that it may pass on; what leads from one set to another
 * (manual: GRANT, REVOKE).
 *
 * @param held the privileges by their SQL names
 * @param grantable those of them that the role may pass on
 */
record Privileges(List<String> held, List<String> grantable) {

  static Privileges of(List<String> held) {
    return new Privileges(held, List.of());
  }

  /**
   * The parts of statements, in their order.
   *
   * @param after what the role shall have
   * @param revoke makes a statement of what is revoked
   * @param grant makes one of what is granted
   * @param grantWithOption makes one of what is granted so that it can be passed on
   * @param list spells privileges
   */
  <S> List<S> to(
      Privileges after,
      Function<String, S> revoke,
      Function<String, S> grant,
      Function<String, S> grantWithOption,
      Function<List<String>, String> list) {
    var statements = new ArrayList<S>();
    List<String> gone = without(held, after.held);
    if (!gone.isEmpty()) {
      statements.add(revoke.apply(list.apply(gone)));
    }
    List<String> optionGone = without(without(grantable, after.grantable), gone);
    if (!optionGone.isEmpty()) {
      statements.add(revoke.apply("grant option for " + list.apply(optionGone)));
    }
    List<String> added = without(without(after.held, held), after.grantable);
    if (!added.isEmpty()) {
      statements.add(grant.apply(list.apply(added)));
    }
    List<String> optionAdded = without(after.grantable, grantable);
    if (!optionAdded.isEmpty()) {
      statements.add(grantWithOption.apply(list.apply(optionAdded)));
    }
    return statements;
  }

  static List<String> without(List<String> privileges, List<String> others) {
    return privileges.stream().filter(privilege -> !others.contains(privilege)).toList();
  }
}
