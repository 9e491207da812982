package dev.slipway.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Values of documents, of what is searched in them, and of the server's own notions. */
final class Documents {

  private static final List<String> OF_JSON =
      List.of("{\"n\": %d}", "[%d]", "%d", "\"v%d\"", "{}", "[]");

  private Documents() {}

  static @Nullable String of(SampleType type, Draw draw) {
    int key = draw.key();
    return switch (type.plain()) {
      case "json", "jsonb" -> OF_JSON.get(draw.roll() % OF_JSON.size()).formatted(key);
      case "xml" -> "<v n=\"" + key + "\"/>";
      case "jsonpath" -> "$.\"v" + key + "\"";
      case "tsvector" -> "'v" + key + "':1";
      case "tsquery" -> "'v" + key + "'";
      case "pg_lsn" -> "0/" + Integer.toHexString(key).toUpperCase(java.util.Locale.ROOT);
      case "xid8" -> String.valueOf(key);
      case "tid" -> "(0," + key + ")";
      case "pg_snapshot", "txid_snapshot" -> key + ":" + (key + 1) + ":";
      case "int2vector", "oidvector" -> key + " 2";
      case "aclitem" -> "=r/" + "pg_database_owner";
      case "refcursor" -> "v" + key;
      case "regclass" -> "pg_catalog.pg_class";
      case "regtype" -> "pg_catalog.int4";
      case "regproc" -> "pg_catalog.now";
      case "regprocedure" -> "pg_catalog.now()";
      case "regoper" -> "pg_catalog.||/";
      case "regoperator" -> "pg_catalog.+(pg_catalog.int4,pg_catalog.int4)";
      case "regnamespace" -> "pg_catalog";
      case "regrole" -> "pg_database_owner";
      case "regconfig" -> "pg_catalog.simple";
      case "regdictionary" -> "pg_catalog.simple";
      case "regcollation" -> "pg_catalog.\"C\"";
      default -> null;
    };
  }
}
