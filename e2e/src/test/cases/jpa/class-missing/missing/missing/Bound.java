package missing;

import jakarta.persistence.AttributeConverter;

public class Bound implements AttributeConverter<String, String> {
  @Override
  public String convertToDatabaseColumn(String value) {
    return value;
  }

  @Override
  public String convertToEntityAttribute(String value) {
    return value;
  }
}
