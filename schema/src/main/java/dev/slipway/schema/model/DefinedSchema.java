package dev.slipway.schema.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a schema definition says apart from its tables: a schema of the database with its sequences
 * and types, and what belongs to no schema.
 *
 * @param name the schema, or null for the one that the connection creates in
 * @param comment its comment, or null
 * @param renamedFrom the name it had before, or null
 * @param grants who may use it
 * @param extensions the extensions that are created in it
 * @param domains the domains
 * @param types enum and composite types, also such as no column uses
 * @param sequences the sequences
 * @param routineGrants who may call what functions and procedures
 * @param publications publications with options of their own
 */
public record DefinedSchema(
    @Nullable String name,
    @Nullable String comment,
    @Nullable String renamedFrom,
    List<DefinedGrant> grants,
    List<DefinedExtension> extensions,
    List<DefinedDomain> domains,
    List<ColumnType> types,
    List<DefinedSequence> sequences,
    List<RoutineGrant> routineGrants,
    List<DefinedPublication> publications) {

  /** Keeps copies of the lists. */
  public DefinedSchema {
    grants = List.copyOf(grants);
    extensions = List.copyOf(extensions);
    domains = List.copyOf(domains);
    types = List.copyOf(types);
    sequences = List.copyOf(sequences);
    routineGrants = List.copyOf(routineGrants);
    publications = List.copyOf(publications);
  }

  /**
   * Who may call a function or procedure.
   *
   * @param routine the routine as SQL names it, {@code function f(integer)}; it passes untouched
   * @param grant who may do what
   */
  public record RoutineGrant(String routine, DefinedGrant grant) {}
}
