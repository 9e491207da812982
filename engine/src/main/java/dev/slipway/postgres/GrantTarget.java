package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Grant;
import dev.slipway.catalog.Identity;
import dev.slipway.plan.Statement;

/** What privileges are on, as statements name it. */
@FunctionalInterface
interface GrantTarget {

  /** The statement with the target between what stands before and behind it. */
  Statement within(String begin, String end);

  /** The object of a grant. */
  static GrantTarget of(Grant grant, Catalog in) {
    String target =
        Identity.isAboutSequence(grant.id(), grant.on())
            ? IdentitySequence.target(grant.on(), in)
            : PostgresRenderer.of(grant.on().kind()).grantTarget(grant.on());
    if (target == null) {
      throw new IllegalArgumentException("nobody has privileges on the " + grant.on());
    }
    return (begin, end) -> Statement.of(begin + target + end);
  }

  /**
   * The object of a grant that changes. While the sequence of an identity column gets another name,
   * the server is asked for it: the way there and the way back find different ones.
   */
  static GrantTarget of(Grant grant, Catalog from, Catalog to) {
    return Identity.isAboutSequence(grant.id(), grant.on())
            && IdentitySequence.isRenamed(grant.on(), from, to)
        ? (begin, end) -> Statement.of(IdentitySequence.whatever(grant.on(), begin, end))
        : of(grant, to);
  }
}
