package dev.slipway.jpa;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds what a provider of persistence has to know of folders of class files: entities,
 * embeddables, mapped superclasses, converters, and packages with settings of Hibernate. Nothing is
 * loaded.
 */
final class EntityClasses {

  private static final Set<String> MANAGED =
      Set.of(
          "Ljakarta/persistence/Entity;",
          "Ljakarta/persistence/Embeddable;",
          "Ljakarta/persistence/MappedSuperclass;",
          "Ljakarta/persistence/Converter;");
  private static final String PACKAGE = ".package-info";

  private EntityClasses() {}

  /** The names of classes and packages, in their order. */
  static List<String> find(List<Path> folders) {
    Set<String> names = new TreeSet<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
          String name = managed(file);
          if (name != null) {
            names.add(name);
          }
        }
      } catch (IOException | UncheckedIOException e) {
        throw unreadable(folder, e);
      }
    }
    return List.copyOf(names);
  }

  private static @Nullable String managed(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var header = new Header();
      int skipped = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
      new ClassReader(in).accept(header, skipped);
      String name = header.name.replace('/', '.');
      if (name.endsWith(PACKAGE)) {
        return header.isOfPersistence ? name.substring(0, name.length() - PACKAGE.length()) : null;
      }
      return header.isManaged ? name : null;
    } catch (IllegalArgumentException e) {
      throw new SlipwayException(
          JpaError.ENTITIES_UNREADABLE,
          "The class file " + file + " is of a version that is not known, or damaged.",
          "Compile it with a supported release of Java, 21 to 25.",
          e);
    }
  }

  static SlipwayException unreadable(Path path, Exception e) {
    return new SlipwayException(
        JpaError.ENTITIES_UNREADABLE,
        path + " can't be read: " + e.getMessage(),
        "Make it readable for the user that runs Slipway.",
        e);
  }

  private static final class Header extends ClassVisitor {
    String name = "";
    boolean isManaged;
    boolean isOfPersistence;

    Header() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String itsName,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      name = itsName;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
      isManaged |= MANAGED.contains(type);
      isOfPersistence |=
          type.startsWith("Ljakarta/persistence/") || type.startsWith("Lorg/hibernate/");
      return null;
    }
  }
}
