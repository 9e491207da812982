package dev.slipway.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * The hash of definition classes that say the same each time they are loaded, so that what they
 * said once needs no loading.
 *
 * <p>Classes may do anything: read a file, a variable, the clock. They count as repeatable only
 * where all that they name, over any number of classes of their folder, is known to depend on
 * nothing but its arguments: the words of a definition, jOOQ, and the types of the JDK listed here.
 * What is not known makes the long way be taken, and never a wrong catalog.
 */
final class RepeatableClasses {

  private static final String[] SHARED = {
    "dev/slipway/schema/", "dev/slipway/error/", "org/jooq/", "org/jspecify/annotations/"
  };

  private static final Set<String> JDK =
      Set.of(
          "java/lang/AssertionError",
          "java/lang/Boolean",
          "java/lang/Byte",
          "java/lang/CharSequence",
          "java/lang/Character",
          "java/lang/Class",
          "java/lang/Comparable",
          "java/lang/Deprecated",
          "java/lang/Double",
          "java/lang/Enum",
          "java/lang/Exception",
          "java/lang/Float",
          "java/lang/IllegalArgumentException",
          "java/lang/IllegalStateException",
          "java/lang/Integer",
          "java/lang/Iterable",
          "java/lang/Long",
          "java/lang/MatchException",
          "java/lang/Math",
          "java/lang/NoSuchFieldError",
          "java/lang/Number",
          "java/lang/Object",
          "java/lang/Override",
          "java/lang/Record",
          "java/lang/RuntimeException",
          "java/lang/Short",
          "java/lang/String",
          "java/lang/StringBuilder",
          "java/lang/Throwable",
          "java/lang/UnsupportedOperationException",
          "java/lang/Void",
          "java/lang/invoke/LambdaMetafactory",
          "java/lang/invoke/MethodHandles",
          "java/lang/invoke/MethodHandles$Lookup",
          "java/lang/invoke/SerializedLambda",
          "java/lang/invoke/StringConcatFactory",
          "java/lang/runtime/ObjectMethods",
          "java/lang/runtime/SwitchBootstraps",
          "java/io/Serializable",
          "java/math/BigDecimal",
          "java/math/BigInteger",
          "java/math/RoundingMode",
          "java/net/InetAddress",
          "java/time/DayOfWeek",
          "java/time/Duration",
          "java/time/Instant",
          "java/time/LocalDate",
          "java/time/LocalDateTime",
          "java/time/LocalTime",
          "java/time/Month",
          "java/time/OffsetDateTime",
          "java/time/OffsetTime",
          "java/time/Period",
          "java/time/Year",
          "java/time/YearMonth",
          "java/time/ZoneOffset",
          "java/time/ZonedDateTime",
          "java/util/ArrayList",
          "java/util/Arrays",
          "java/util/Collection",
          "java/util/Collections",
          "java/util/Comparator",
          "java/util/EnumMap",
          "java/util/EnumSet",
          "java/util/Iterator",
          "java/util/LinkedHashMap",
          "java/util/LinkedHashSet",
          "java/util/List",
          "java/util/Locale",
          "java/util/NoSuchElementException",
          "java/util/Objects",
          "java/util/Optional",
          "java/util/TreeMap",
          "java/util/TreeSet",
          "java/util/UUID");

  /** All of them depend on what they are given. */
  private static final String[] JDK_PACKAGES = {
    "java/lang/annotation/", "java/util/function/", "java/util/stream/"
  };

  /**
   * What depends on the process, the clock or chance, of whichever class it is; the order of sets
   * and maps that streams make is that of hashes, which may be of places in memory.
   */
  private static final Set<String> UNREPEATABLE =
      Set.of(
          "forName",
          "getAllByName",
          "getByName",
          "getBoolean",
          "getClassLoader",
          "getDeclaredField",
          "getDeclaredFields",
          "getDefault",
          "getInteger",
          "getLocalHost",
          "getLong",
          "getModule",
          "getProtectionDomain",
          "getResource",
          "getResourceAsStream",
          "groupingBy",
          "hashCode",
          "identityHashCode",
          "lookup",
          "newInstance",
          "now",
          "parallel",
          "parallelStream",
          "privateLookupIn",
          "publicLookup",
          "random",
          "randomUUID",
          "shuffle",
          "toMap",
          "toSet");

  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int CLASS = 7;

  private final DefinitionClasses classes;
  private final Map<String, byte[]> contents = new TreeMap<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();

  private RepeatableClasses(DefinitionClasses classes) {
    this.classes = classes;
  }

  /** The hash of the definitions and all that they need; null where they are not repeatable. */
  static @Nullable String hash(DefinitionClasses classes) {
    try {
      var found = new RepeatableClasses(classes);
      return found.areRepeatable() ? found.hash() : null;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private boolean areRepeatable() throws IOException {
    classes.definitions().keySet().forEach(name -> meet(name.replace('.', '/')));
    while (!open.isEmpty()) {
      String name = open.remove();
      Path file = classes.files().get(name);
      if (file == null) {
        return false;
      }
      byte[] content = Files.readAllBytes(file);
      contents.put(name, Elaborations.sha256(content));
      if (!namesOnlyKnown(new ClassReader(content))) {
        return false;
      }
    }
    return true;
  }

  private void meet(String name) {
    if (seen.add(name)) {
      open.add(name);
    }
  }

  /** The pool of constants of a class file (JVM specification, 4.4) has all names that it uses. */
  private boolean namesOnlyKnown(ClassReader file) {
    char[] buffer = new char[file.getMaxStringLength()];
    for (int i = 1; i < file.getItemCount(); i++) {
      int place = file.getItem(i);
      if (place == 0) {
        continue;
      }
      switch (file.readByte(place - 1)) {
        case CLASS -> {
          if (!isKnown(file.readUTF8(place, buffer))) {
            return false;
          }
        }
        case FIELD, METHOD, INTERFACE_METHOD -> {
          int nameAndType = file.getItem(file.readUnsignedShort(place + 2));
          if (isUnrepeatable(
              element(file.readClass(place, buffer)), file.readUTF8(nameAndType, buffer))) {
            return false;
          }
        }
        default -> {
          // the rest names nothing by itself
        }
      }
    }
    return true;
  }

  private static boolean isUnrepeatable(String owner, String member) {
    return UNREPEATABLE.contains(member) && !isShared(owner) && !owner.equals("java/lang/String");
  }

  private boolean isKnown(String name) {
    String element = element(name);
    if (element.isEmpty() || isShared(element) || JDK.contains(element)) {
      return true;
    }
    if (begins(element, JDK_PACKAGES)) {
      return true;
    }
    if (classes.files().containsKey(element)) {
      meet(element);
      return true;
    }
    return false;
  }

  private static boolean isShared(String name) {
    return begins(name, SHARED);
  }

  private static boolean begins(String name, String[] any) {
    for (String prefix : any) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** The class of an array's elements; empty where they are primitive. */
  private static String element(String name) {
    if (!name.startsWith("[")) {
      return name;
    }
    String element = name.substring(name.lastIndexOf('[') + 1);
    return element.startsWith("L") ? element.substring(1, element.length() - 1) : "";
  }

  private String hash() {
    MessageDigest digest = Elaborations.sha256();
    String process =
        Runtime.version()
            + "|"
            + Locale.getDefault()
            + "|"
            + ZoneId.systemDefault()
            + "|"
            + Charset.defaultCharset();
    digest.update(process.getBytes(StandardCharsets.UTF_8));
    contents.forEach((name, content) -> {
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update(content);
    });
    return HexFormat.of().formatHex(digest.digest());
  }
}
