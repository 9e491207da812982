package dev.slipway.pull;

import static java.util.stream.Collectors.joining;

import dev.slipway.schema.model.ColumnType;
import dev.slipway.schema.model.ColumnType.Basic;
import dev.slipway.schema.model.DefinedCheck;
import dev.slipway.schema.model.DefinedDomain;
import dev.slipway.schema.model.DefinedGrant;
import dev.slipway.schema.model.DefinedSequence;
import dev.slipway.schema.model.Privilege;
import dev.slipway.schema.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.SQLDialect;

/** Prints what a schema has beside tables as a class. */
final class SchemaSource implements ClassSource {

  /** Constants that every schema has. */
  private static final Set<Privilege> CONSTANTS =
      Set.of(Privilege.USAGE, Privilege.CREATE, Privilege.SELECT, Privilege.UPDATE);

  private static final String TYPES = "dev.slipway.schema.ValueType";

  private final Places places;
  private final SchemaPlace place;
  private final SourceText file;

  SchemaSource(Places places, SchemaPlace place) {
    this.places = places;
    this.place = place;
    this.file = new SourceText(place.packageName()).ofClass(place.className());
  }

  /** The text of the file. */
  static String of(SchemaPlace place, Places places) {
    return new SchemaSource(places, place).text();
  }

  private String text() {
    String base = file.use("dev.slipway.schema.SchemaDefinition");
    String name = place.className();
    file.add("public final class " + name + " extends " + base + " {\n\n");
    file.add(
        "  public static final " + name + " " + place.constant() + " = new " + name + "();\n\n");
    List<Member> members = members();
    members.forEach(member -> file.add(member.declaration(field(member))));
    file.add((members.isEmpty() ? "" : "\n") + "  private " + name + "() {");
    String schema = place.schema().name();
    String named = schema == null ? "" : "    super(" + JavaText.quoted(schema) + ");\n";
    String rest = clauses().stream().map(each -> each.statement("", 4)).collect(joining());
    String body = named + rest;
    return file.add(body.isEmpty() ? "}\n}\n" : "\n" + body + "  }\n}\n").text();
  }

  @Override
  public String what() {
    String name = place.schema().name();
    return "schema " + (name == null ? "public" : name);
  }

  @Override
  public List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (DefinedDomain domain : place.schema().domains()) {
      String values = TypeWord.of(domain.base(), places, file).valueType();
      members.add(
          new Member(
              "domain " + domain.name().name(),
              domain.name().name(),
              file.use("dev.slipway.schema.Domain") + "<" + values + ">",
              name -> domain(domain, name)));
    }
    for (DefinedSequence sequence : place.schema().sequences()) {
      String values = TypeWord.of(sequence.type(), places, file).valueType();
      members.add(
          new Member(
              "sequence " + sequence.name().name(),
              sequence.name().name(),
              file.use("dev.slipway.schema.SequenceDefinition") + "<" + values + ">",
              name -> sequence(sequence, name)));
    }
    return members;
  }

  @Override
  public String field(Member member) {
    return member.what().startsWith("domain ")
        ? place.domain(member.name())
        : place.sequence(member.name());
  }

  @Override
  public SourceText file() {
    return file;
  }

  private Chain domain(DefinedDomain domain, String name) {
    var chain =
        new Chain("domain(" + (name.isEmpty() ? "" : name + ", ") + type(domain.base()) + ")");
    if (domain.notNull()) {
      chain.then("notNull()");
    }
    if (domain.defaultValue() != null) {
      ColumnSource.defaultTo(chain, domain.base(), domain.defaultValue(), places, file);
    }
    for (DefinedCheck check : domain.checks()) {
      String condition = check.condition().sql(SQLDialect.POSTGRES);
      if (check.name() == null) {
        chain.then("check", condition);
      } else {
        chain.then(
            "check(" + JavaText.quoted(check.name()) + ", " + JavaText.of(condition, 8) + ")");
      }
    }
    if (domain.collation() != null) {
      String schema = domain.collation().schema();
      chain.then(
          "collation("
              + (schema == null ? "" : JavaText.quoted(schema) + ", ")
              + JavaText.quoted(domain.collation().name())
              + ")");
    }
    if (domain.comment() != null) {
      chain.then("comment", domain.comment());
    }
    return chain;
  }

  /** A type that stands alone. */
  private String type(ColumnType type) {
    TypeWord word = TypeWord.of(type, places, file);
    String arguments = "(" + String.join(", ", word.arguments()) + ")";
    return switch (type) {
      case ColumnType.OfDomain domain -> place.domain(domain.name().name()) + ".type()";
      case ColumnType.Array array -> type(array.element()) + ".array()";
      // The schema's own words for these are other ones.
      case ColumnType.Enumeration enumeration -> file.use(TYPES) + "." + word.method() + arguments;
      case ColumnType.OfComposite composite -> file.use(TYPES) + "." + word.method() + arguments;
      default -> {
        file.useStatic(TYPES + "." + word.method());
        yield word.method() + arguments;
      }
    };
  }

  private Chain sequence(DefinedSequence sequence, String name) {
    boolean isUsual = sequence.type() == Basic.BIGINT;
    String both = isUsual || name.isEmpty() ? "" : ", ";
    var chain = new Chain("sequence(" + name + both + (isUsual ? "" : type(sequence.type())) + ")");
    ColumnSource.counting(sequence.options()).forEach(chain::then);
    if (sequence.unlogged()) {
      chain.then("unlogged()");
    }
    DefinedSequence.Owner owner = sequence.owner();
    if (owner != null) {
      Place table = places.of(owner.table());
      file.useStatic(table.qualifiedClass() + "." + table.constant());
      chain.then("ownedBy(() -> " + table.constant() + "." + table.field(owner.column()) + ")");
    }
    if (sequence.comment() != null) {
      chain.then("comment", sequence.comment());
    }
    return chain;
  }

  @Override
  public List<Chain> clauses() {
    List<Chain> all = new ArrayList<>();
    for (ColumnType type : place.schema().types()) {
      TypeWord word = TypeWord.of(type, places, file);
      all.add(new Chain(word.method() + "(" + String.join(", ", word.arguments()) + ")"));
    }
    for (DefinedSequence sequence : place.schema().sequences()) {
      for (DefinedGrant grant : sequence.grants()) {
        all.add(grant(place.sequence(sequence.name().name()), grant));
      }
    }
    return all;
  }

  private Chain grant(String sequence, DefinedGrant grant) {
    String privileges =
        grant.privileges().stream()
            .map(each ->
                CONSTANTS.contains(each)
                    ? each.name()
                    : file.use("dev.slipway.schema.model.Privilege") + "." + each.name())
            .collect(joining(", "));
    var chain = new Chain(sequence + ".grant(" + privileges + ")");
    chain.then(
        grant.roles().stream()
            .map(Role::name)
            .map(JavaText::quoted)
            .collect(joining(", ", "to(", ")")));
    if (grant.grantable()) {
      chain.then("withGrantOption()");
    }
    return chain;
  }
}
