package dev.slipway.pull;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.slipway.schema.model.QualifiedName;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a definition's classes say what, by the compiler's own trees. What is not written as
 * a definition usually is (a table's name that is no literal, a base class of one's own) is not
 * found here.
 */
final class SourceParser {

  private final SourcePositions positions;
  private final List<Parsed.DefiningClass> tables = new ArrayList<>();
  private final List<Parsed.DefiningClass> schemas = new ArrayList<>();
  private final List<Parsed.EnumClass> enums = new ArrayList<>();
  private final List<Parsed.RecordClass> records = new ArrayList<>();

  private SourceParser(SourcePositions positions) {
    this.positions = positions;
  }

  /** Parses files, without compiling them. */
  static Parsed.Definition parse(JavaCompiler compiler, List<Path> files) throws IOException {
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  new StringWriter(),
                  manager,
                  diagnostic -> {},
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      var parser = new SourceParser(Trees.instance(task).getSourcePositions());
      for (CompilationUnitTree unit : task.parse()) {
        parser.read(unit);
      }
      return new Parsed.Definition(parser.tables, parser.schemas, parser.enums, parser.records);
    }
  }

  private void read(CompilationUnitTree unit) throws IOException {
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree tree) {
        switch (tree.getKind()) {
          case CLASS -> new Unit(unit).readClass(tree);
          case ENUM -> new Unit(unit).readEnum(tree);
          case RECORD -> new Unit(unit).readRecord(tree);
          default -> {}
        }
      }
    }
  }

  /** One file. */
  private final class Unit {

    private final CompilationUnitTree unit;
    private final Path file;
    private final String text;
    private final String packageName;

    Unit(CompilationUnitTree unit) throws IOException {
      this.unit = unit;
      this.file = Path.of(unit.getSourceFile().toUri());
      this.text = unit.getSourceFile().getCharContent(true).toString();
      this.packageName = unit.getPackageName() == null ? "" : String.valueOf(unit.getPackageName());
    }

    void readClass(ClassTree tree) {
      String base = String.valueOf(tree.getExtendsClause());
      MethodTree constructor = constructor(tree);
      String constant = constant(tree);
      boolean isSchema = base.endsWith("SchemaDefinition");
      if ((!isSchema && !base.endsWith("TableDefinition"))
          || constructor == null
          || constant == null) {
        return;
      }
      List<Parsed.Statement> statements = statements(constructor.getBody());
      QualifiedName name =
          name(
              isSchema ? "" : Names.of(String.valueOf(tree.getSimpleName())),
              constructor.getBody());
      if (name == null) {
        return;
      }
      List<Parsed.Field> fields = new ArrayList<>();
      for (Tree member : tree.getMembers()) {
        if (member instanceof VariableTree field
            && !field.getModifiers().getFlags().contains(Modifier.STATIC)
            && field.getInitializer() != null
            && field.getType() != null) {
          List<Parsed.Call> calls = calls(field.getInitializer());
          if (!calls.isEmpty()) {
            fields.add(
                new Parsed.Field(
                    String.valueOf(field.getName()), span(field), span(field.getType()), calls));
          }
        }
      }
      Map<String, Parsed.Span> imports = new LinkedHashMap<>();
      int header = end(unit.getPackage());
      for (ImportTree each : unit.getImports()) {
        imports.put(String.valueOf(each.getQualifiedIdentifier()), span(each));
        header = end(each);
      }
      (isSchema ? schemas : tables)
          .add(
              new Parsed.DefiningClass(
                  file,
                  text,
                  packageName,
                  String.valueOf(tree.getSimpleName()),
                  constant,
                  name,
                  fields,
                  span(constructor.getBody()),
                  statements,
                  imports,
                  header));
    }

    void readEnum(ClassTree tree) {
      String className = String.valueOf(tree.getSimpleName());
      Map<String, String> given = annotation(tree.getModifiers().getAnnotations(), "DatabaseEnum");
      List<Parsed.Constant> constants = new ArrayList<>();
      for (Tree member : tree.getMembers()) {
        if (member instanceof VariableTree constant
            && constant.getModifiers().getFlags().contains(Modifier.STATIC)
            && String.valueOf(constant.getType()).equals(className)) {
          String name = String.valueOf(constant.getName());
          String value =
              annotation(constant.getModifiers().getAnnotations(), "DatabaseValue")
                  .getOrDefault("value", name);
          constants.add(new Parsed.Constant(name, value, span(constant)));
        }
      }
      String name = given.getOrDefault("name", Names.of(className));
      enums.add(
          new Parsed.EnumClass(
              file,
              text,
              packageName,
              className,
              new QualifiedName(given.get("schema"), name),
              constants));
    }

    void readRecord(ClassTree tree) {
      String className = String.valueOf(tree.getSimpleName());
      Map<String, String> given = annotation(tree.getModifiers().getAnnotations(), "DatabaseType");
      Map<String, String> components = new LinkedHashMap<>();
      for (Tree member : tree.getMembers()) {
        if (member instanceof VariableTree component
            && !component.getModifiers().getFlags().contains(Modifier.STATIC)) {
          String name = String.valueOf(component.getName());
          components.put(
              annotation(component.getModifiers().getAnnotations(), "DatabaseAttribute")
                  .getOrDefault("name", Names.of(name)),
              name);
        }
      }
      records.add(
          new Parsed.RecordClass(
              file,
              text,
              packageName,
              className,
              new QualifiedName(
                  given.get("schema"), given.getOrDefault("name", Names.of(className))),
              components));
    }

    private Map<String, String> annotation(
        List<? extends AnnotationTree> annotations, String wanted) {
      Map<String, String> values = new LinkedHashMap<>();
      for (AnnotationTree annotation : annotations) {
        if (String.valueOf(annotation.getAnnotationType()).endsWith(wanted)) {
          for (ExpressionTree argument : annotation.getArguments()) {
            String name =
                argument instanceof AssignmentTree assigned
                    ? String.valueOf(assigned.getVariable())
                    : "value";
            String value =
                literal(
                    argument instanceof AssignmentTree assigned
                        ? assigned.getExpression()
                        : argument);
            if (value != null) {
              values.put(name, value);
            }
          }
        }
      }
      return values;
    }

    private @Nullable MethodTree constructor(ClassTree tree) {
      for (Tree member : tree.getMembers()) {
        if (member instanceof MethodTree method
            && String.valueOf(method.getName()).equals("<init>")
            && method.getParameters().isEmpty()
            && start(method) >= 0
            && end(method) > start(method)) {
          return method;
        }
      }
      return null;
    }

    private @Nullable String constant(ClassTree tree) {
      for (Tree member : tree.getMembers()) {
        if (member instanceof VariableTree field
            && field.getModifiers().getFlags().contains(Modifier.STATIC)
            && String.valueOf(field.getType()).equals(String.valueOf(tree.getSimpleName()))) {
          return String.valueOf(field.getName());
        }
      }
      return null;
    }

    /** The name of what is defined; null when it is not told by literals. */
    private @Nullable QualifiedName name(String usual, BlockTree body) {
      for (StatementTree statement : body.getStatements()) {
        if (statement instanceof ExpressionStatementTree expression
            && expression.getExpression() instanceof MethodInvocationTree call
            && String.valueOf(call.getMethodSelect()).equals("super")) {
          List<@Nullable String> given =
              call.getArguments().stream().<@Nullable String>map(Unit::literal).toList();
          if (given.contains(null) || given.size() > 2) {
            return null;
          }
          List<String> names = new ArrayList<>();
          given.forEach(each -> names.add(String.valueOf(each)));
          return switch (names.size()) {
            case 0 -> new QualifiedName(null, usual);
            case 1 -> new QualifiedName(null, names.get(0));
            default ->
                new QualifiedName(
                    names.get(0).equals("public") ? null : names.get(0), names.get(1));
          };
        }
      }
      return new QualifiedName(null, usual);
    }

    private List<Parsed.Statement> statements(BlockTree body) {
      List<Parsed.Statement> statements = new ArrayList<>();
      for (StatementTree statement : body.getStatements()) {
        ExpressionTree said =
            switch (statement) {
              case ExpressionStatementTree expression -> expression.getExpression();
              case VariableTree variable -> variable.getInitializer();
              default -> null;
            };
        List<Parsed.Call> calls =
            said == null || start(statement) < 0 ? List.of() : calls(said, start(statement));
        if (!calls.isEmpty() && !calls.get(0).method().equals("super")) {
          statements.add(new Parsed.Statement(span(statement), calls));
        }
      }
      return statements;
    }

    /**
     * The calls of a statement. What stands before the first one, a variable that is called or
     * declared, is part of that one.
     */
    private List<Parsed.Call> calls(ExpressionTree expression, int start) {
      ExpressionTree root = root(expression);
      List<Parsed.Call> all =
          root instanceof IdentifierTree ? chain(expression) : new ArrayList<>(calls(expression));
      if (!all.isEmpty()) {
        Parsed.Call first = all.get(0);
        var span = new Parsed.Span(start, first.span().end());
        all.set(0, new Parsed.Call(first.method(), span.of(text), span, first.literal()));
      }
      return all;
    }

    /** The calls of a chain that begins with a call; none for anything else. */
    private List<Parsed.Call> calls(ExpressionTree expression) {
      return root(expression) instanceof MethodInvocationTree call
              && call.getMethodSelect() instanceof IdentifierTree
          ? chain(expression)
          : List.of();
    }

    /** What the first call of a chain is called on; the call itself where that is nothing. */
    private static ExpressionTree root(ExpressionTree expression) {
      ExpressionTree at = expression;
      while (at instanceof MethodInvocationTree call
          && call.getMethodSelect() instanceof MemberSelectTree select) {
        at = select.getExpression();
      }
      return at;
    }

    /** The calls of a chain, whatever it begins with. */
    private List<Parsed.Call> chain(ExpressionTree expression) {
      List<Parsed.Call> calls = new ArrayList<>();
      @Nullable ExpressionTree at = expression;
      while (at instanceof MethodInvocationTree call) {
        String literal = call.getArguments().isEmpty() ? null : literal(call.getArguments().get(0));
        switch (call.getMethodSelect()) {
          case MemberSelectTree select -> {
            int from = end(select.getExpression());
            String written = text.substring(from, end(call)).strip();
            calls.add(
                new Parsed.Call(
                    String.valueOf(select.getIdentifier()),
                    written,
                    new Parsed.Span(from, end(call)),
                    literal));
            at = select.getExpression();
          }
          case IdentifierTree method -> {
            calls.add(
                new Parsed.Call(
                    String.valueOf(method.getName()), span(call).of(text), span(call), literal));
            at = null;
          }
          default -> at = null;
        }
      }
      Collections.reverse(calls);
      return calls;
    }

    private static @Nullable String literal(ExpressionTree expression) {
      return expression instanceof LiteralTree tree && tree.getValue() instanceof String value
          ? value
          : null;
    }

    private Parsed.Span span(Tree tree) {
      return new Parsed.Span(start(tree), end(tree));
    }

    private int start(Tree tree) {
      return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
      return (int) positions.getEndPosition(unit, tree);
    }
  }
}
