package dev.slipway.schema;

import dev.slipway.error.SlipwayException;
import dev.slipway.schema.model.Deferral;
import dev.slipway.schema.model.DefinedTable;
import dev.slipway.schema.model.Expression;
import dev.slipway.schema.model.IndexPart;
import dev.slipway.schema.model.Partitioning.Strategy;
import dev.slipway.schema.model.Privilege;
import dev.slipway.schema.model.QualifiedName;
import dev.slipway.schema.model.ReferentialAction;
import dev.slipway.schema.model.ReplicaIdentity;
import dev.slipway.schema.model.Role;
import dev.slipway.schema.model.RowSecurity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/**
 * A table of the database, as its definition and as the typed jOOQ table: the base class of the
 * user's table classes.
 *
 * <pre>{@code
 * public final class Todo extends TableDefinition {
 *   public static final Todo TODO = new Todo();
 *
 *   public final Column<Integer> id = serial("id").primaryKey();
 *   public final Column<String> text = text("text").notNull();
 *   public final Column<UUID> userId =
 *       uuid("user_id").notNull().references(() -> USERS.id, onDelete(CASCADE));
 *
 *   private Todo() {
 *     super("todo");
 *     index(userId);
 *     policy("own todos").forSelect().to(AUTHENTICATED).using("auth.uid() = user_id");
 *     realtime();
 *   }
 * }
 * }</pre>
 *
 * <p>Columns are declared in field initializers, everything else in the constructor. The first
 * query and the first {@link #definition()} seal the table; from then on it is immutable and may be
 * used by any number of threads. A wrong clause throws a {@link SlipwayException} with a {@link
 * DefinitionError} where it is called; what needs the other tables is checked by {@code
 * definition()}.
 */
public abstract class TableDefinition extends ColumnKinds {

  /** Delete, or change, the referencing rows too. */
  protected static final ReferentialAction CASCADE = ReferentialAction.CASCADE;

  /** Refuse the change at once. */
  protected static final ReferentialAction RESTRICT = ReferentialAction.RESTRICT;

  /** Set the referencing columns to null. */
  protected static final ReferentialAction SET_NULL = ReferentialAction.SET_NULL;

  /** Set the referencing columns to their defaults. */
  protected static final ReferentialAction SET_DEFAULT = ReferentialAction.SET_DEFAULT;

  /** Refuse the change, at the latest at commit: what holds when nothing is said. */
  protected static final ReferentialAction NO_ACTION = ReferentialAction.NO_ACTION;

  /** Everyone. */
  protected static final Role PUBLIC = Role.PUBLIC;

  /** Supabase's role of a request with a user. */
  protected static final Role AUTHENTICATED = Role.AUTHENTICATED;

  /** Supabase's role of a request without a user. */
  protected static final Role ANON = Role.ANON;

  /** Supabase's role of the server side. */
  protected static final Role SERVICE_ROLE = Role.SERVICE_ROLE;

  /** Below all values: a bound of a partition. */
  protected static final Field<Object> MINVALUE = sql("minvalue");

  /** Above all values: a bound of a partition. */
  protected static final Field<Object> MAXVALUE = sql("maxvalue");

  /** Reading rows. */
  protected static final Privilege SELECT = Privilege.SELECT;

  /** Writing new rows. */
  protected static final Privilege INSERT = Privilege.INSERT;

  /** Changing rows. */
  protected static final Privilege UPDATE = Privilege.UPDATE;

  /** Deleting rows. */
  protected static final Privilege DELETE = Privilege.DELETE;

  private static final String REALTIME = "supabase_realtime";

  private transient volatile @Nullable DefinedTable definition;

  /**
   * A table named by its class, {@code chat_messages} for {@code ChatMessages}, in the schema that
   * the connection creates in.
   */
  protected TableDefinition() {
    this((String) null, AliasRequest.take());
  }

  /** A table named by its class, in this schema. */
  protected TableDefinition(SchemaDefinition schema) {
    this(schema.schemaName(), AliasRequest.take());
  }

  private TableDefinition(@Nullable String schema, @Nullable AliasRequest alias) {
    super(schema, alias == null ? ClassNames.ofTable() : alias.table().definedName(), alias);
  }

  /** A table in the schema that the connection creates in, as a rule {@code public}. */
  protected TableDefinition(String name) {
    super(null, name, AliasRequest.take());
  }

  /** A table in this schema. */
  protected TableDefinition(SchemaDefinition schema, String name) {
    super(schema.schemaName(), name, AliasRequest.take());
  }

  /** A table in this schema. */
  protected TableDefinition(String schema, String name) {
    super(schema, name, AliasRequest.take());
  }

  /**
   * What this class defines, checked, with its references resolved.
   *
   * <p>Call it after all classes of the schema are loaded. The result is the same object each time.
   *
   * @throws SlipwayException with a {@link DefinitionError} when the definition is wrong
   */
  public final DefinedTable definition() {
    TableDefinition original = original();
    DefinedTable known = original.definition;
    if (known == null) {
      known = DefinitionReader.read(original);
      original.definition = known;
    }
    return known;
  }

  /**
   * The table under another name for one query, with typed columns: {@code Todo t = alias(TODO,
   * "t")}, then {@code t.id}. {@code TODO.as("t")} is jOOQ's own, without the typed columns.
   *
   * <p>It constructs the table's class once more.
   */
  public static <T extends TableDefinition> T alias(T table, String alias) {
    return AliasRequest.alias(table, alias);
  }

  // ---- clauses of a column's foreign key

  /** What happens to a row when the one it references is deleted. */
  protected static ReferenceOption onDelete(ReferentialAction action) {
    return new ReferenceOption.OnDelete(action, List.of());
  }

  /** What happens to some columns of a row when the one it references is deleted. */
  protected static ReferenceOption onDelete(ReferentialAction action, Column<?>... set) {
    return new ReferenceOption.OnDelete(action, List.of(set));
  }

  /** Lets a row reference only with all columns of a foreign key, or with none. */
  protected static ReferenceOption matchFull() {
    return ReferenceOption.Match.FULL;
  }

  /** Gives a foreign key, which must have a name, a comment in the database. */
  protected static ReferenceOption commented(String text) {
    return new ReferenceOption.Commented(text);
  }

  /** What happens to a row when the key it references changes. */
  protected static ReferenceOption onUpdate(ReferentialAction action) {
    return new ReferenceOption.OnUpdate(action);
  }

  /** Lets a transaction defer a foreign key's check to its commit. */
  protected static ReferenceOption deferrable() {
    return new ReferenceOption.Checked(Deferral.INITIALLY_IMMEDIATE);
  }

  /** Defers a foreign key's check to the commit. */
  protected static ReferenceOption initiallyDeferred() {
    return new ReferenceOption.Checked(Deferral.INITIALLY_DEFERRED);
  }

  /** Gives a foreign key a name; otherwise the server chooses one. */
  protected static ReferenceOption named(String name) {
    return new ReferenceOption.Named(name);
  }

  // ---- clauses of the table

  /** Makes these columns, together, the primary key. */
  protected final KeyClause primaryKey(Column<?>... columns) {
    TableParts parts = open();
    List<String> names = OwnColumns.names(this, "the primary key", columns);
    parts.requireNoPrimaryKey(place(), "");
    names.forEach(name -> notNull(parts, name));
    var clause = new KeyClause(this, names);
    parts.primaryKey = clause;
    return clause;
  }

  private static void notNull(TableParts parts, String name) {
    Column<?> column = parts.column(name);
    if (column != null) {
      column.notNull();
    }
  }

  /** Makes the table refuse two rows with the same values in these columns. */
  protected final KeyClause unique(Column<?>... columns) {
    TableParts parts = open();
    var clause = new KeyClause(this, OwnColumns.names(this, "a unique constraint", columns));
    parts.uniques.add(clause);
    return clause;
  }

  /** Begins a foreign key of these columns; {@link ForeignKeyClause#references} completes it. */
  protected final ForeignKeyClause foreignKey(Column<?>... columns) {
    TableParts parts = open();
    var clause = new ForeignKeyClause(this, OwnColumns.names(this, "a foreign key", columns));
    parts.foreignKeys.add(clause);
    return clause;
  }

  /** Adds a check constraint; the server names it. */
  protected final CheckClause check(Condition condition) {
    return addCheck(null, Expression.of(condition));
  }

  /** Adds a check constraint of this name. */
  protected final CheckClause check(String name, Condition condition) {
    return addCheck(name, Expression.of(condition));
  }

  /** Adds a check constraint of this name, of an SQL condition. */
  protected final CheckClause check(String name, String sql) {
    return addCheck(name, Expression.of(sql));
  }

  final CheckClause addCheck(@Nullable String name, Expression condition) {
    var clause = new CheckClause(this, name, condition);
    open().checks.add(clause);
    return clause;
  }

  /** Begins an exclusion constraint; {@link ExclusionClause#with} says what it compares. */
  protected final ExclusionClause exclude() {
    var clause = new ExclusionClause(this);
    open().exclusions.add(clause);
    return clause;
  }

  /** Gathers extended statistics of this name over columns and expressions together. */
  protected final StatisticsClause statistics(String name, Field<?>... parts) {
    Names.checked(place(), "statistics name", name);
    List<IndexPart.Key> keys = new ArrayList<>();
    for (Field<?> part : parts) {
      IndexReader.requireOwn(this, "a statistics object", part);
      keys.add(IndexReader.key(part));
    }
    if (keys.isEmpty()) {
      throw new SlipwayException(
          DefinitionError.INDEX_INVALID,
          place() + ": a statistics object is over nothing.",
          "Name two columns, or an expression.");
    }
    var clause = new StatisticsClause(this, name, keys);
    open().statistics.add(clause);
    return clause;
  }

  // ---- what kind of table

  /** Makes it lose its rows in a crash, and write faster. */
  protected final void unlogged() {
    open().unlogged = true;
  }

  /** Sets a storage parameter, such as {@code fillfactor} or {@code autovacuum_enabled}. */
  protected final void with(String parameter, Object value) {
    TableParts parts = open();
    parts.options = ClauseParts.with(place(), parts.options, parameter, value);
  }

  /**
   * Makes it inherit from another table of the definition. Columns that come from there are
   * declared too where queries need them, as {@link Column#inherited()}.
   *
   * @param parent asked only after all classes are loaded
   */
  protected final void inherits(Supplier<? extends TableDefinition> parent) {
    open().inherits.add(parent);
  }

  /** Divides it into partitions by bounds. */
  protected final PartitioningClause partitionByRange(Field<?>... key) {
    return divided(Strategy.RANGE, key);
  }

  /** Divides it into partitions by listed values. */
  protected final PartitioningClause partitionByList(Field<?>... key) {
    return divided(Strategy.LIST, key);
  }

  /** Divides it into partitions by a hash. */
  protected final PartitioningClause partitionByHash(Field<?>... key) {
    return divided(Strategy.HASH, key);
  }

  private PartitioningClause divided(Strategy strategy, Field<?>... key) {
    TableParts parts = open();
    if (parts.partitioning != null) {
      throw new SlipwayException(
          DefinitionError.PARTITION_INVALID,
          place() + ": it is divided into partitions twice.",
          "Keep one of the two; a partition may be divided itself.");
    }
    var clause = new PartitioningClause(this, place(), strategy, key);
    parts.partitioning = clause;
    return clause;
  }

  // ---- who may do what

  /** Begins a grant on the table, of none for all; {@link GrantClause#to} completes it. */
  protected final GrantClause grant(Privilege... privileges) {
    return addGrant(List.of(privileges), List.of());
  }

  /** Begins a grant of one privilege on some columns. */
  protected final GrantClause grant(Privilege privilege, Column<?> column, Column<?>... more) {
    Column<?>[] columns = new Column<?>[more.length + 1];
    columns[0] = column;
    System.arraycopy(more, 0, columns, 1, more.length);
    return addGrant(List.of(privilege), OwnColumns.names(this, "a grant", columns));
  }

  private GrantClause addGrant(List<Privilege> privileges, List<String> columns) {
    var clause = new GrantClause(parts()::requireOpen, place(), privileges, columns);
    open().grants.add(clause);
    return clause;
  }

  /**
   * Adds an index over columns and expressions, as in {@code index(userId, createdAt.desc())} or
   * {@code index(sql("lower(text)"))}.
   */
  protected final IndexClause index(OrderField<?>... parts) {
    TableParts open = open();
    if (parts.length == 0) {
      throw new SlipwayException(
          DefinitionError.INDEX_INVALID,
          place() + ": an index is over nothing.",
          "Name at least one column or expression.");
    }
    for (OrderField<?> part : parts) {
      IndexReader.requireOwn(this, "an index", part);
    }
    var clause = new IndexClause(this, List.of(parts));
    open.indexes.add(clause);
    return clause;
  }

  /** Adds a row level security policy, and enables row level security. */
  protected final PolicyClause policy(String name) {
    TableParts parts = open();
    rowSecurity();
    var clause = new PolicyClause(this, name);
    parts.policies.add(clause);
    return clause;
  }

  /** Enables row level security: without a policy nobody but the owner sees a row. */
  protected final void rowSecurity() {
    TableParts parts = open();
    if (parts.rowSecurity == RowSecurity.OFF) {
      parts.rowSecurity = RowSecurity.ENABLED;
    }
  }

  /** Enables row level security for the table's owner too. */
  protected final void forceRowSecurity() {
    open().rowSecurity = RowSecurity.FORCED;
  }

  /** Gives the table a comment in the database. */
  protected final void comment(String comment) {
    open().comment = comment;
  }

  /** Declares that the table had another name before, so that a migration keeps its rows. */
  protected final void renamedFrom(String oldName) {
    open().renamedFrom =
        new QualifiedName(schemaName(), Names.checked(place(), "former table name", oldName));
  }

  /** Declares that the table was in another schema before. */
  protected final void renamedFrom(String oldSchema, String oldName) {
    Names.checked(place(), "former schema name", oldSchema);
    open().renamedFrom =
        new QualifiedName(oldSchema, Names.checked(place(), "former table name", oldName));
  }

  /** Makes the table a member of the publication that Supabase's change feed reads. */
  protected final void realtime() {
    publication(REALTIME);
  }

  /** Makes the table a member of this publication. */
  protected final PublicationClause publication(String name) {
    Names.checked(place(), "publication name", name);
    TableParts parts = open();
    for (PublicationClause known : parts.publications) {
      if (known.publication().equals(name)) {
        return known;
      }
    }
    var clause = new PublicationClause(this, name);
    parts.publications.add(clause);
    return clause;
  }

  /** Writes all former values of a changed or deleted row into the log. */
  protected final void replicaIdentityFull() {
    open().replicaIdentity = ReplicaIdentity.Kind.FULL;
  }

  /** Writes no former value of a changed or deleted row into the log. */
  protected final void replicaIdentityNothing() {
    open().replicaIdentity = ReplicaIdentity.Kind.NOTHING;
  }

  /** Writes the former values of this unique index's columns into the log. */
  protected final void replicaIdentityUsing(String indexName) {
    open().replicaIdentity =
        new ReplicaIdentity.Index(Names.checked(place(), "index name", indexName));
  }

  private TableParts open() {
    parts().requireOpen(place());
    return parts();
  }
}
