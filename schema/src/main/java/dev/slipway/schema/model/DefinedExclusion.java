package dev.slipway.schema.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion constraint: no two rows for which all operators say true.
 *
 * @param name the constraint's name, or null for the server's choice
 * @param method the access method of its index, such as {@code gist}
 * @param elements what is compared, at least one
 * @param include the names of further columns kept in its index
 * @param options the storage parameters of its index
 * @param where the rows it is for, or null for all
 * @param deferral when it is checked
 * @param comment its comment, or null
 */
public record DefinedExclusion(
    @Nullable String name,
    String method,
    List<Element> elements,
    List<String> include,
    Map<String, String> options,
    @Nullable Expression where,
    Deferral deferral,
    @Nullable String comment) {

  /** Keeps copies of the collections. */
  public DefinedExclusion {
    elements = List.copyOf(elements);
    include = List.copyOf(include);
  }

  /**
   * What is compared, and how.
   *
   * @param part a column or an expression
   * @param operator the operator, such as {@code &&}; it passes untouched
   */
  public record Element(IndexPart part, String operator) {}
}
