package dev.slipway.cli.output;

import dev.slipway.plan.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps of a plan that follow each other and do the same to objects of one kind: what one line of a
 * summary tells.
 *
 * @param first the number of the first step, from 1
 * @param last the number of the last step
 * @param verb what is done to what: {@code create table}
 * @param names the objects, each once; empty where the verb says it all
 * @param steps the steps
 */
record StepGroup(int first, int last, String verb, List<String> names, List<Step> steps) {

  private static final int WIDTH = 100;

  StepGroup {
    names = List.copyOf(names);
    steps = List.copyOf(steps);
  }

  /** The groups of a plan; a step with a hazard stands alone. */
  static List<StepGroup> of(List<Step> steps) {
    List<StepGroup> groups = new ArrayList<>();
    int number = 0;
    for (Step step : steps) {
      number++;
      StepGroup single = single(number, step);
      int end = groups.size() - 1;
      if (end >= 0 && groups.get(end).canTake(single)) {
        groups.set(end, groups.get(end).with(single));
      } else {
        groups.add(single);
      }
    }
    return groups;
  }

  private static StepGroup single(int number, Step step) {
    String name = step.object().dotted();
    boolean namesIt = step.summary().endsWith(" " + name);
    int end = step.summary().length() - name.length() - 1;
    return new StepGroup(
        number,
        number,
        namesIt ? step.summary().substring(0, end) : step.summary(),
        namesIt ? List.of(name) : List.of(),
        List.of(step));
  }

  private boolean canTake(StepGroup next) {
    return verb.equals(next.verb) && isHarmless() && next.isHarmless();
  }

  private boolean isHarmless() {
    return steps.stream().allMatch(step -> step.hazards().isEmpty());
  }

  private StepGroup with(StepGroup next) {
    List<String> allNames = new ArrayList<>(names);
    next.names.stream().filter(name -> !names.contains(name)).forEach(allNames::add);
    List<Step> allSteps = new ArrayList<>(steps);
    allSteps.addAll(next.steps);
    return new StepGroup(first, next.last, verb, allNames, allSteps);
  }

  /** The number, or the first and the last. */
  String numbers() {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }

  /** What is done to which objects, broken into lines of a terminal's width. */
  List<String> lines(int indent) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder(verb);
    for (int i = 0; i < names.size(); i++) {
      String word = " " + names.get(i) + (i < names.size() - 1 ? "," : "");
      if (i > 0 && indent + line.length() + word.length() > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(" ");
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
