package dev.slipway.pull;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A file of Java under construction: its package, its imports, and its body. */
final class SourceText {

  private final String packageName;
  private final TreeSet<String> imports = new TreeSet<>();
  private final TreeSet<String> staticImports = new TreeSet<>();
  private final StringBuilder body = new StringBuilder();
  private String own = "";

  SourceText(String packageName) {
    this.packageName = packageName;
  }

  /** Imports a class, unless it is of the same package, and returns its simple name. */
  String use(String name) {
    int dot = name.lastIndexOf('.');
    if (!name.startsWith("java.lang.") && !name.substring(0, dot).equals(packageName)) {
      imports.add(name);
    }
    return name.substring(dot + 1);
  }

  /** Says which class the file has, whose constants need no import. */
  SourceText ofClass(String name) {
    own = packageName + "." + name;
    return this;
  }

  /** Imports a constant of a class. */
  void useStatic(String name) {
    if (!name.substring(0, name.lastIndexOf('.')).equals(own)) {
      staticImports.add(name);
    }
  }

  /** The classes that are imported. */
  Set<String> imports() {
    return Collections.unmodifiableSet(imports);
  }

  /** The constants that are imported. */
  Set<String> staticImports() {
    return Collections.unmodifiableSet(staticImports);
  }

  SourceText add(String text) {
    body.append(text);
    return this;
  }

  /** The whole file. */
  String text() {
    var text = new StringBuilder("package " + packageName + ";\n\n");
    staticImports.forEach(name -> text.append("import static ").append(name).append(";\n"));
    text.append(staticImports.isEmpty() ? "" : "\n");
    imports.forEach(name -> text.append("import ").append(name).append(";\n"));
    text.append(imports.isEmpty() ? "" : "\n");
    return text.append(body).toString();
  }
}
