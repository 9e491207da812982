package dev.slipway.schema;

import java.util.StringJoiner;
import org.jooq.Converter;

/** Values of the extension pgvector as its text, {@code [1,2.5,3]}. */
final class VectorForm {

  static final Converter<String, float[]> FORM =
      TextForm.of(float[].class, VectorForm::numbers, VectorForm::text);

  private VectorForm() {}

  private static float[] numbers(String text) {
    String[] parts = text.substring(1, text.length() - 1).split(",", -1);
    float[] numbers = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Float.parseFloat(parts[i]);
    }
    return numbers;
  }

  private static String text(float[] numbers) {
    var text = new StringJoiner(",", "[", "]");
    for (float number : numbers) {
      text.add(String.valueOf(number));
    }
    return text.toString();
  }
}
