package dev.slipway.catalog;

import java.util.Locale;

/**
 * A kind of database object, and what is true of every object of the kind.
 *
 * <p>The order of the constants is the canonical order of a catalog, and among objects that do not
 * depend on each other the order in which they are created.
 */
public enum Kind {
  /** A role with its attributes and settings; never its password. */
  ROLE(Home.DATABASE, Names.OWN, Dropped.LATE),
  /** That one role is a member of another: {@code [role, member]}. */
  ROLE_MEMBER(Home.DATABASE, Names.OWN, Dropped.EARLY),
  /** A schema (namespace). */
  SCHEMA(Home.DATABASE, Names.OWN, Dropped.LATE),
  /** An extension; what it owns is not part of the catalog. */
  EXTENSION(Home.DATABASE, Names.OWN, Dropped.LATE),
  /** A procedural language that no extension brought. */
  LANGUAGE(Home.DATABASE, Names.OWN, Dropped.LATE),
  /** A foreign data wrapper. */
  FOREIGN_DATA_WRAPPER(Home.DATABASE, Names.OWN, Dropped.LATE),
  /** A server of a foreign data wrapper. */
  FOREIGN_SERVER(Home.DATABASE, Names.OWN, Dropped.LATE),
  /** As whom a role reaches a foreign server: {@code [server, role]}. */
  USER_MAPPING(Home.DATABASE, Names.OWN, Dropped.LATE),
  /** A collation. */
  COLLATION(Home.SCHEMA, Names.OWN, Dropped.LATE),
  /** A conversion between encodings. */
  CONVERSION(Home.SCHEMA, Names.OWN, Dropped.LATE),
  /** A base type with functions of its own, or one that is only declared. */
  BASE_TYPE(Home.SCHEMA, Names.RELATIONS, Dropped.LATE),
  /** An enumerated type. */
  ENUM(Home.SCHEMA, Names.RELATIONS, Dropped.LATE),
  /** A composite type with its attributes. */
  COMPOSITE_TYPE(Home.SCHEMA, Names.RELATIONS, Dropped.LATE),
  /** A domain: a type with constraints. */
  DOMAIN(Home.SCHEMA, Names.RELATIONS, Dropped.LATE),
  /** A check of a domain: {@code [schema, domain, name]}. */
  DOMAIN_CONSTRAINT(Home.RELATION, Names.OWN, Dropped.EARLY),
  /** A range type with its multirange type. */
  RANGE_TYPE(Home.SCHEMA, Names.RELATIONS, Dropped.LATE),
  /** A sequence that is not an identity column's own. */
  SEQUENCE(Home.SCHEMA, Names.RELATIONS, Dropped.LATE),
  /**
   * A function, a procedure or a window function; the last part of its path is its name with the
   * types of its arguments.
   */
  ROUTINE(Home.SCHEMA, Names.ROUTINES, Dropped.LATE),
  /** An aggregate; the last part of its path is its name with the types of its arguments. */
  AGGREGATE(Home.SCHEMA, Names.ROUTINES, Dropped.LATE),
  /** An operator; the last part of its path is its name with the types of its operands. */
  OPERATOR(Home.SCHEMA, Names.OWN, Dropped.EARLY),
  /** An operator family; its access method is the last part of its path. */
  OPERATOR_FAMILY(Home.SCHEMA, Names.OWN, Dropped.LATE),
  /** An operator class; its access method is the last part of its path. */
  OPERATOR_CLASS(Home.SCHEMA, Names.OWN, Dropped.EARLY),
  /** A cast: {@code [source type, target type]}. */
  CAST(Home.DATABASE, Names.OWN, Dropped.LATE),
  /** A transform: {@code [type, language]}. */
  TRANSFORM(Home.DATABASE, Names.OWN, Dropped.EARLY),
  /** A text search parser. */
  TEXT_SEARCH_PARSER(Home.SCHEMA, Names.OWN, Dropped.LATE),
  /** A text search template. */
  TEXT_SEARCH_TEMPLATE(Home.SCHEMA, Names.OWN, Dropped.LATE),
  /** A text search dictionary. */
  TEXT_SEARCH_DICTIONARY(Home.SCHEMA, Names.OWN, Dropped.LATE),
  /** A text search configuration with its mappings. */
  TEXT_SEARCH_CONFIGURATION(Home.SCHEMA, Names.OWN, Dropped.LATE),
  /** A table, be it partitioned, foreign or typed; its columns are objects of their own. */
  TABLE(Home.SCHEMA, Names.RELATIONS, Dropped.LATE),
  /** A column of a table. */
  COLUMN(Home.RELATION, Names.OWN, Dropped.LATE),
  /** The default of a column. */
  COLUMN_DEFAULT(Home.ABOUT, Names.OWN, Dropped.EARLY),
  /** That a sequence belongs to a column. */
  SEQUENCE_OWNER(Home.ABOUT, Names.OWN, Dropped.EARLY),
  /**
   * That a table inherits from another: about the table, with the schema and the name of the other
   * at the end.
   */
  INHERITANCE(Home.ABOUT, Names.OWN, Dropped.EARLY, 2),
  /** That a table is a partition of another, with its bounds. */
  PARTITION(Home.ABOUT, Names.OWN, Dropped.EARLY),
  /** A primary key, unique, check, foreign key, exclusion or not-null constraint. */
  CONSTRAINT(Home.RELATION, Names.RELATIONS, Dropped.EARLY),
  /** An index that no constraint owns. */
  INDEX(Home.SCHEMA, Names.RELATIONS, Dropped.EARLY),
  /** That an index, or a constraint's index, is the part of a partitioned one. */
  INDEX_PARTITION(Home.ABOUT, Names.OWN, Dropped.EARLY),
  /** By which index a table is clustered. */
  CLUSTERING(Home.ABOUT, Names.OWN, Dropped.EARLY),
  /** What a table writes to the log for a changed row, where it is not the default. */
  REPLICA_IDENTITY(Home.ABOUT, Names.OWN, Dropped.EARLY),
  /** Extended statistics of a table. */
  STATISTICS(Home.SCHEMA, Names.OWN, Dropped.EARLY),
  /** A view or a materialized view. */
  VIEW(Home.SCHEMA, Names.RELATIONS, Dropped.EARLY),
  /** A rewrite rule of a table or a view, but for the one that makes a view. */
  RULE(Home.RELATION, Names.OWN, Dropped.EARLY),
  /** A trigger. */
  TRIGGER(Home.RELATION, Names.OWN, Dropped.EARLY),
  /** An event trigger. */
  EVENT_TRIGGER(Home.DATABASE, Names.OWN, Dropped.EARLY),
  /** A row level security policy. */
  POLICY(Home.RELATION, Names.OWN, Dropped.EARLY),
  /** A publication. */
  PUBLICATION(Home.DATABASE, Names.OWN, Dropped.EARLY),
  /** That all tables of a schema belong to a publication: {@code [publication, schema]}. */
  PUBLICATION_SCHEMA(Home.DATABASE, Names.OWN, Dropped.EARLY),
  /** That a table belongs to a publication. */
  PUBLICATION_MEMBER(Home.DATABASE, Names.OWN, Dropped.EARLY),
  /** A subscription, without its connection. */
  SUBSCRIPTION(Home.DATABASE, Names.OWN, Dropped.EARLY),
  /** Who owns an object, where owners are compared. */
  OWNER(Home.ABOUT, Names.OWN, Dropped.EARLY),
  /** The privileges that a role's new objects will have. */
  DEFAULT_PRIVILEGES(Home.DATABASE, Names.OWN, Dropped.EARLY),
  /** The privileges of one role on one object, where they are not the default. */
  GRANT(Home.ABOUT, Names.OWN, Dropped.EARLY, 1),
  /** The security label of one provider on an object. */
  SECURITY_LABEL(Home.ABOUT, Names.OWN, Dropped.EARLY, 1),
  /** The comment on an object. */
  COMMENT(Home.ABOUT, Names.OWN, Dropped.EARLY);

  /** Where the objects of a kind are, which is how their paths begin. */
  public enum Home {
    /** In the database itself: the path begins with the object's own name. */
    DATABASE,
    /** In a schema: {@code [schema, name]}, in some kinds with more. */
    SCHEMA,
    /** In a table, view or domain: {@code [schema, relation, name]}. */
    RELATION,
    /** Said about another object: that object's kind and path, in some kinds with more. */
    ABOUT
  }

  /** With which other kinds the objects of a kind share their names. */
  public enum Names {
    /** With none. */
    OWN,
    /** With the relations and types of the schema. */
    RELATIONS,
    /** With the routines of the schema that take the same arguments. */
    ROUTINES
  }

  /** When objects that are not needed any more go. */
  public enum Dropped {
    /** First, since they only tie others together, or can be made again from what stays. */
    EARLY,
    /** Last, since data or definitions go with them that others still use until then. */
    LATE
  }

  private final Home home;
  private final Names names;
  private final Dropped dropped;
  private final int more;

  Kind(Home home, Names names, Dropped dropped) {
    this(home, names, dropped, 0);
  }

  Kind(Home home, Names names, Dropped dropped, int more) {
    this.home = home;
    this.names = names;
    this.dropped = dropped;
    this.more = more;
  }

  /** Where its objects are. */
  public Home home() {
    return home;
  }

  /** With what they share names. */
  public Names names() {
    return names;
  }

  /** When they go. */
  public Dropped dropped() {
    return dropped;
  }

  /**
   * How many names follow the path of the object that one of {@link Home#ABOUT} speaks of, such as
   * the role of a grant.
   */
  int more() {
    return more;
  }

  /** The kind in words, such as {@code column default}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
