package dev.slipway.catalog;

import java.util.List;

/**
 * What a role has on an object at the moment in which it is created, where default privileges make
 * that other than what the engine gives.
 *
 * <p>It says nothing about the object as it is, only how it comes to be so again; so two grants
 * that differ in nothing else are the same. While a plan runs, the user's default privileges may or
 * may not be in force, the platform's always are.
 *
 * @param usual what the engine gives without any default privileges
 * @param surely what the role has in any case
 * @param perhaps what it may have
 * @param grantable what it may be able to pass on
 */
public record Given(
    List<String> usual, List<String> surely, List<String> perhaps, List<String> grantable) {

  /** Copies the lists. */
  public Given {
    usual = List.copyOf(usual);
    surely = List.copyOf(surely);
    perhaps = List.copyOf(perhaps);
    grantable = List.copyOf(grantable);
  }
}
