package dev.slipway.e2e.command;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

/**
 * An object of an answer in JSON.
 *
 * @param from what was run, for messages
 * @param object the object
 */
record Answer(String from, JsonNode object) {

  /** Demands members. */
  Answer has(String... members) {
    assertThat(object.propertyNames()).as(from).contains(members);
    return this;
  }

  /** A member that is an object, or the first object of a member that is an array of them. */
  Answer at(String member) {
    JsonNode value = object.path(member);
    return new Answer(from, value.isArray() ? value.path(0) : value);
  }
}
