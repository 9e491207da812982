package dev.slipway.question;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of answers: what a command printed as JSON when questions stayed open, with {@code answer}
 * filled in. The list of its questions alone will do as well. One that is still null answers
 * nothing.
 */
public final class AnswersFile {

  private static final Set<String> OF_COMMAND =
      Set.of("command", "status", "code", "what", "next", "exit", "questions");
  private static final Set<String> OF_QUESTION = Set.of("object", "question", "choices", "answer");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;

  private AnswersFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws SlipwayException when it can't be read, or is not what it must be
   */
  public static List<Answer> read(Path file) {
    return new AnswersFile(file).answers();
  }

  private List<Answer> answers() {
    if (!Files.isRegularFile(file)) {
      throw wrong("is no file", null);
    }
    JsonNode json;
    try {
      json = MAPPER.readTree(Files.readString(file));
    } catch (IOException e) {
      throw wrong("can't be read: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw wrong("is not JSON: " + e.getOriginalMessage(), e);
    }
    if (json.isObject()) {
      requireKnown(json, OF_COMMAND, "");
    }
    JsonNode questions = json.isObject() ? json.path("questions") : json;
    if (!questions.isArray()) {
      throw wrong("has no list of questions", null);
    }
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      Answer answer = answer(questions.get(i), "questions[" + i + "]");
      if (answer != null) {
        answers.add(answer);
      }
    }
    return answers;
  }

  private @Nullable Answer answer(JsonNode question, String path) {
    if (!question.isObject()) {
      throw wrong("needs an object at " + path, null);
    }
    requireKnown(question, OF_QUESTION, path + ".");
    if (!question.path("object").isString()) {
      throw wrong("needs a text at " + path + ".object", null);
    }
    String object = question.path("object").stringValue();
    JsonNode answer = question.path("answer");
    if (answer.isNull() || answer.isMissingNode()) {
      return null;
    }
    String text = answer.isString() ? answer.stringValue() : "";
    if (text.equals(Question.DROP)) {
      return new Answer.Dropped(object);
    }
    if (text.startsWith(Question.RENAME_TO)) {
      return new Answer.Renamed(object + "=" + text.substring(Question.RENAME_TO.length()));
    }
    throw wrong(
        "has the answer " + answer + " at " + path + ", which is none of its choices", null);
  }

  private void requireKnown(JsonNode json, Set<String> known, String path) {
    for (String key : json.propertyNames()) {
      if (!known.contains(key)) {
        throw wrong("has the unknown key \"" + path + key + "\"", null);
      }
    }
  }

  private SlipwayException wrong(String what, @Nullable Throwable cause) {
    return new SlipwayException(
        QuestionError.BAD_ANSWERS_FILE,
        file + " " + what + ".",
        "Save what the command prints with --output json, and put one of the \"choices\" of each"
            + " question into its \"answer\".",
        cause);
  }
}
