package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.DefinedExtension;
import dev.slipway.schema.model.DefinedSchema;
import dev.slipway.schema.model.DefinedSchema.RoutineGrant;
import dev.slipway.schema.model.Privilege;
import dev.slipway.schema.model.QualifiedName;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A schema of the database with what is in it beside tables: sequences, domains, extensions, types
 * that no column uses, and who may use all that. The base class of the user's classes.
 *
 * <pre>{@code
 * public final class Shop extends SchemaDefinition {
 *   public static final Shop SHOP = new Shop();
 *
 *   public final Domain<String> email = domain("email", text()).check("value like '%_@_%'");
 *   public final SequenceDefinition<Long> number = sequence("invoice_number").startWith(1000);
 *
 *   private Shop() {
 *     super("shop");
 *     extension("citext");
 *     grant(USAGE).to(AUTHENTICATED);
 *   }
 * }
 * }</pre>
 *
 * <p>Types stand alone here: {@code text()} is {@link ValueType#text()}, to be imported statically.
 * Domains and sequences are declared in field initializers, everything else in the constructor. The
 * first {@link #definition()} seals it. A class without a name is for the schema that the
 * connection creates in, as a rule {@code public}.
 */
public abstract class SchemaDefinition implements Sealing {

  /** Using the objects of a schema, or taking values from a sequence. */
  protected static final Privilege USAGE = Privilege.USAGE;

  /** Making objects in a schema. */
  protected static final Privilege CREATE = Privilege.CREATE;

  /** Reading the state of a sequence. */
  protected static final Privilege SELECT = Privilege.SELECT;

  /** Setting a sequence. */
  protected static final Privilege UPDATE = Privilege.UPDATE;

  private final @Nullable String schemaName;
  private final FieldNames fields = new FieldNames();
  private final Map<String, String> relations = new LinkedHashMap<>();
  private final Map<String, Domain<?>> domains = new LinkedHashMap<>();
  private final List<SequenceDefinition<?>> sequences = new ArrayList<>();
  private final List<DefinedExtension> extensions = new ArrayList<>();
  private final List<ColumnType> types = new ArrayList<>();
  private final List<GrantClause> grants = new ArrayList<>();
  private final Map<GrantClause, String> routineGrants = new LinkedHashMap<>();
  private final List<PublicationDefinition> publications = new ArrayList<>();
  private @Nullable String comment;
  private @Nullable String renamedFrom;
  private volatile @Nullable DefinedSchema definition;

  /** The schema that the connection creates in. */
  protected SchemaDefinition() {
    this.schemaName = null;
  }

  /** A schema of this name. */
  protected SchemaDefinition(String name) {
    this.schemaName = Names.checked("Schema " + name, "schema name", name);
  }

  /** Gives the schema a comment in the database. */
  protected final void comment(String text) {
    requireOpen(place());
    comment = text;
  }

  /** Declares that the schema had another name before. */
  protected final void renamedFrom(String oldName) {
    requireOpen(place());
    renamedFrom = Names.checked(place(), "former schema name", oldName);
  }

  /** Creates an extension, whose objects are in this schema, before everything that uses it. */
  protected final void extension(String name) {
    requireOpen(place());
    extensions.add(
        new DefinedExtension(Names.checked(place(), "extension name", name), schemaName));
  }

  /** A sequence of 8 byte integers. */
  protected final SequenceDefinition<Long> sequence(String name) {
    return sequence(name, ValueType.bigint());
  }

  /** A sequence of 8 byte integers, named by its field. */
  protected final SequenceDefinition<Long> sequence() {
    return sequence(ValueType.bigint());
  }

  /** A sequence of integers of this type. */
  protected final <T extends Number> SequenceDefinition<T> sequence(
      String name, ValueType<T> type) {
    requireOpen(place());
    Names.checked(place(), "sequence name", name);
    if (!(type.type() instanceof ColumnType.Basic basic) || !Column.isInteger(basic)) {
      throw new SlipwayException(
          DefinitionError.TYPE_INVALID,
          place() + ", sequence " + name + ": it is not of smallint, integer or bigint.",
          "Give it one of these types.");
    }
    var sequence = new SequenceDefinition<>(this, name, type);
    requireNew("sequence", name, relations.put(name, name));
    sequences.add(sequence);
    return sequence;
  }

  /** A sequence of integers of this type, named by its field. */
  protected final <T extends Number> SequenceDefinition<T> sequence(ValueType<T> type) {
    Field field = FieldNames.next(place(), this, SequenceDefinition.class);
    SequenceDefinition<T> sequence = sequence(FieldNames.name(this, field), type);
    fields.add(place(), this, field, sequence);
    return sequence;
  }

  /** A domain over this type. */
  protected final <T> Domain<T> domain(String name, ValueType<T> base) {
    requireOpen(place());
    Names.checked(place(), "domain name", name);
    String problem = base.problem();
    if (problem != null) {
      throw new SlipwayException(
          DefinitionError.TYPE_INVALID,
          place() + ", domain " + name + ": " + problem,
          "Correct the type.");
    }
    var domain = new Domain<>(this, name, base);
    requireNew("domain", name, domains.put(name, domain));
    return domain;
  }

  /** A domain over this type, named by its field. */
  protected final <T> Domain<T> domain(ValueType<T> base) {
    Field field = FieldNames.next(place(), this, Domain.class);
    Domain<T> domain = domain(FieldNames.name(this, field), base);
    fields.add(place(), this, field, domain);
    return domain;
  }

  /** Creates the enum type of a Java enum also where no column uses it. */
  protected final <E extends Enum<E>> void enumeration(Class<E> javaEnum) {
    requireOpen(place());
    types.add(ValueType.enumeration(javaEnum).type());
  }

  /** Creates the composite type of a Java record also where no column uses it. */
  protected final void composite(Class<? extends Record> javaRecord) {
    requireOpen(place());
    types.add(ValueType.composite(javaRecord).type());
  }

  /** Begins a grant on the schema, of none for all; {@link GrantClause#to} completes it. */
  protected final GrantClause grant(Privilege... privileges) {
    requireOpen(place());
    var clause = new GrantClause(this, place(), List.of(privileges), List.of());
    grants.add(clause);
    return clause;
  }

  /**
   * Begins a grant to call a function or procedure of a {@code .sql} file.
   *
   * @param routine as SQL names it: {@code function shop.total(integer)}
   */
  protected final GrantClause grantExecute(String routine) {
    requireOpen(place());
    var clause =
        new GrantClause(this, place() + ", " + routine, List.of(Privilege.EXECUTE), List.of());
    routineGrants.put(clause, routine);
    return clause;
  }

  /** A publication with options; a table says itself that it is a member. */
  protected final PublicationDefinition publication(String name) {
    requireOpen(place());
    var publication =
        new PublicationDefinition(this, Names.checked(place(), "publication name", name));
    publications.add(publication);
    return publication;
  }

  /**
   * What this class defines, checked.
   *
   * <p>Call it after all classes of the definition are loaded. The result is the same object each
   * time.
   *
   * @throws SlipwayException with a {@link DefinitionError} when the definition is wrong
   */
  public final DefinedSchema definition() {
    DefinedSchema known = definition;
    if (known == null) {
      known = read();
      definition = known;
    }
    return known;
  }

  private DefinedSchema read() {
    fields.verify();
    List<RoutineGrant> routines = new ArrayList<>();
    routineGrants.forEach(
        (clause, routine) -> routines.add(new RoutineGrant(routine, clause.defined())));
    return new DefinedSchema(
        schemaName,
        comment,
        renamedFrom,
        grants.stream().map(GrantClause::defined).toList(),
        extensions,
        domains.values().stream().map(Domain::defined).toList(),
        types,
        sequences.stream().map(SequenceDefinition::defined).toList(),
        routines,
        publications.stream().map(PublicationDefinition::defined).toList());
  }

  /** The schema's name, or null for the one that the connection creates in. */
  final @Nullable String schemaName() {
    return schemaName;
  }

  @Override
  public final void requireOpen(String place) {
    if (definition != null) {
      throw sealed(place);
    }
  }

  static SlipwayException sealed(String place) {
    return new SlipwayException(
        DefinitionError.SEALED,
        place + ": the definition is changed after it was first read or used.",
        "Declare everything in the field initializers and the constructor of the class.");
  }

  private void requireNew(String what, String name, @Nullable Object former) {
    if (former != null) {
      throw new SlipwayException(
          DefinitionError.NAME_TWICE,
          place() + ": the " + what + " " + name + " is declared twice.",
          "Rename one of the two.");
    }
  }

  private String place() {
    return "Schema " + new QualifiedName(null, schemaName == null ? "public" : schemaName);
  }
}
