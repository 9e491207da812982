package dev.slipway.dialect;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ObjectId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a catalog leaves out, beside the engine's own objects and Slipway's ledger: what belongs to
 * the platform, and what the user allowed to stay unmodelled.
 *
 * @param schemas schemas that are left out with everything in them
 * @param shared those of them in which the user adds parts to the platform's tables: a trigger or a
 *     policy there that the scope does not name, and an extension, is the user's
 * @param named further objects in words, by patterns such as {@code event trigger issue_*}
 * @param roles the platform's roles
 * @param privileges the default privileges that the platform gives
 * @param objects single objects that are left out with their parts
 * @param allowed objects of kinds that the catalog does not model, and which may be there
 *     nevertheless, in words
 * @param compared what is not left out although it is by default
 * @param partitions the partitions that are somebody else's
 * @param known the roles that are compared, where roles are; null for each that is not left out by
 *     name
 * @param exposed the schemas that an API serves to whoever reaches it; nothing is left out for that
 */
public record Scope(
    Names schemas,
    Names shared,
    Names named,
    Names roles,
    Set<PlatformPrivileges> privileges,
    Set<ObjectId> objects,
    Names allowed,
    Set<Compared> compared,
    PartitionsOfOthers partitions,
    @Nullable RoleNames known,
    Set<String> exposed) {

  /** Copies the sets. */
  public Scope {
    privileges = Set.copyOf(privileges);
    objects = Set.copyOf(objects);
    compared = Set.copyOf(compared);
    exposed = Set.copyOf(exposed);
  }

  /** Schemas and single objects. */
  public Scope(Set<String> schemas, Set<ObjectId> objects) {
    this(
        Names.of(schemas),
        Names.none(),
        Names.none(),
        Names.none(),
        Set.of(),
        objects,
        Names.none(),
        Set.of(),
        PartitionsOfOthers.none(),
        null,
        Set.of());
  }

  /** Nothing is left out. */
  public static Scope all() {
    return new Scope(Set.of(), Set.of());
  }

  /** The same, leaving out more. */
  public Scope plus(Set<String> moreSchemas, Set<ObjectId> moreObjects) {
    var all = new HashSet<>(objects);
    all.addAll(moreObjects);
    return new Scope(
        schemas.plus(Names.of(moreSchemas)),
        shared,
        named,
        roles,
        privileges,
        all,
        allowed,
        compared,
        partitions,
        known,
        exposed);
  }

  /** The same with other objects allowed to stay unmodelled. */
  public Scope allowing(Names unmodelled) {
    return new Scope(
        schemas,
        shared,
        named,
        roles,
        privileges,
        objects,
        unmodelled,
        compared,
        partitions,
        known,
        exposed);
  }

  /** The same, comparing more. */
  public Scope comparing(Collection<Compared> more) {
    return new Scope(
        schemas,
        shared,
        named,
        roles,
        privileges,
        objects,
        allowed,
        Set.copyOf(more),
        partitions,
        known,
        exposed);
  }

  /** The same where an API serves other schemas. */
  public Scope exposing(Collection<String> schemas) {
    return new Scope(
        this.schemas,
        shared,
        named,
        roles,
        privileges,
        objects,
        allowed,
        compared,
        partitions,
        known,
        Set.copyOf(schemas));
  }

  /** The same, leaving it to others to make partitions of tables. */
  public Scope leavingPartitionsOf(Names tables) {
    return new Scope(
        schemas,
        shared,
        named,
        roles,
        privileges,
        objects,
        allowed,
        compared,
        new PartitionsOfOthers(tables, partitions.known()),
        known,
        exposed);
  }

  /**
   * The same for a database: of all its roles, and of the partitions that others may make, only
   * those are compared that these catalogs have.
   */
  public Scope knowing(List<Catalog> catalogs) {
    return new Scope(
        schemas,
        shared,
        named,
        roles,
        privileges,
        objects,
        allowed,
        compared,
        partitions.knowing(catalogs),
        RoleNames.of(catalogs),
        exposed);
  }

  /** Whether it makes a difference which catalogs it {@linkplain #knowing knows}. */
  public boolean isDecidedByCatalogs() {
    return !partitions.of().patterns().isEmpty() || compares(Compared.ROLES);
  }

  /** Whether something is compared that is not by default. */
  public boolean compares(Compared what) {
    return compared.contains(what);
  }

  /** Whether an object is left out by its identity or its name. */
  public boolean leavesOut(ObjectId id) {
    return objects.contains(id) || (!named.patterns().isEmpty() && named.contains(id.toString()));
  }
}
