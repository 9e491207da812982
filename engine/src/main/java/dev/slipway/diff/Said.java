package dev.slipway.diff;

import dev.slipway.catalog.Clustering;
import dev.slipway.catalog.Comment;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.IndexPartition;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.ReplicaIdentity;
import java.util.Map;

/** What is said about a constraint or an index, once that has another name. */
final class Said {

  private Said() {}

  static DatabaseObject after(Map<ObjectId, ObjectId> renames, DatabaseObject object) {
    return switch (object) {
      case Comment comment when renames.containsKey(comment.on()) ->
          comment.movedTo(name(renames, comment.on()));
      case IndexPartition part ->
          IndexPartition.of(name(renames, part.part()), name(renames, part.whole()));
      case Clustering clustering ->
          Clustering.of(clustering.relation(), name(renames, clustering.index()));
      case ReplicaIdentity identity when identity.index() != null ->
          new ReplicaIdentity(
              identity.id(),
              identity.table(),
              identity.mode(),
              indexName(renames, identity.table(), identity.index()));
      default -> object;
    };
  }

  private static ObjectId name(Map<ObjectId, ObjectId> renames, ObjectId id) {
    return renames.getOrDefault(id, id);
  }

  private static String indexName(Map<ObjectId, ObjectId> renames, ObjectId table, String index) {
    for (Map.Entry<ObjectId, ObjectId> rename : renames.entrySet()) {
      if (rename.getKey().schema().equals(table.schema()) && rename.getKey().name().equals(index)) {
        return rename.getValue().name();
      }
    }
    return index;
  }
}
