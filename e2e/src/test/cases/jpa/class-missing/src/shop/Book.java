package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Book {
  @Id Long id;

  @jakarta.persistence.Convert(converter = missing.Bound.class)
  String binding;
}
