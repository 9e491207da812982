package dev.slipway.sample;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables in an order in which those that foreign keys name come first, but in circles. */
final class ParentsFirst {

  private ParentsFirst() {}

  /** Without recursion, since chains of foreign keys can be long. */
  static List<SampleTable> of(Map<Long, SampleTable> tables) {
    List<SampleTable> ordered = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    Set<Long> done = new HashSet<>();
    Deque<SampleTable> open = new ArrayDeque<>();
    for (SampleTable start : tables.values()) {
      open.push(start);
      while (!open.isEmpty()) {
        SampleTable table = open.getFirst();
        if (seen.add(table.oid())) {
          for (ForeignKey key : table.foreignKeys()) {
            SampleTable parent = tables.get(key.parent());
            if (parent != null && !seen.contains(parent.oid())) {
              open.push(parent);
            }
          }
        } else {
          open.pop();
          if (done.add(table.oid())) {
            ordered.add(table);
          }
        }
      }
    }
    return ordered;
  }
}
