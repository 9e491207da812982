package dev.slipway.pull;

import dev.slipway.schema.model.QualifiedName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is written in a definition's Java sources, with its places in the text. */
final class Parsed {

  private Parsed() {}

  /**
   * A stretch of a text.
   *
   * @param start the place of its first character
   * @param end the place after its last
   */
  record Span(int start, int end) {

    String of(String text) {
      return text.substring(start, end);
    }
  }

  /**
   * A call in a chain.
   *
   * @param method the method
   * @param text the call as it is written, without what is before its dot
   * @param span from the end of what it is called on, to its closing parenthesis
   * @param literal its first argument where that is a string; else null
   */
  record Call(String method, String text, Span span, @Nullable String literal) {}

  /**
   * A field that holds a column, a domain or a sequence.
   *
   * @param name the field
   * @param span the whole declaration with its semicolon
   * @param type its type
   * @param calls the chain that it is initialized with
   */
  record Field(String name, Span span, Span type, List<Call> calls) {}

  /**
   * A statement of the constructor.
   *
   * @param span all of it with its semicolon
   * @param calls the chain that it is
   */
  record Statement(Span span, List<Call> calls) {}

  /**
   * A class that defines a table, or what a schema has beside tables.
   *
   * @param file where it is
   * @param text the file's text
   * @param packageName its package
   * @param className its name
   * @param constant the constant that holds it
   * @param defines the table; of a schema the schema's name, empty for the connection's
   * @param fields its members' fields in their order
   * @param body the constructor's block with its braces
   * @param statements the constructor's statements in their order
   * @param imports what is imported, static or not, by its full name
   * @param header where imports may be added: behind the last one, or behind the package
   */
  record DefiningClass(
      Path file,
      String text,
      String packageName,
      String className,
      String constant,
      QualifiedName defines,
      List<Field> fields,
      Span body,
      List<Statement> statements,
      Map<String, Span> imports,
      int header) {}

  /**
   * A constant of an enum.
   *
   * @param name the constant
   * @param value the value that it stands for
   * @param span its declaration, without the comma
   */
  record Constant(String name, String value, Span span) {}

  /**
   * An enum.
   *
   * @param file where it is
   * @param text the file's text
   * @param packageName its package
   * @param className its name
   * @param type the enum type
   * @param constants its constants in their order
   */
  record EnumClass(
      Path file,
      String text,
      String packageName,
      String className,
      QualifiedName type,
      List<Constant> constants) {}

  /**
   * A record.
   *
   * @param file where it is
   * @param text the file's text
   * @param packageName its package
   * @param className its name
   * @param type the composite type
   * @param components its components by the attributes' names
   */
  record RecordClass(
      Path file,
      String text,
      String packageName,
      String className,
      QualifiedName type,
      Map<String, String> components) {}

  /**
   * All of them.
   *
   * @param tables the classes of tables
   * @param schemas the classes of schemas
   * @param enums the enums
   * @param records the records
   */
  record Definition(
      List<DefiningClass> tables,
      List<DefiningClass> schemas,
      List<EnumClass> enums,
      List<RecordClass> records) {}
}
