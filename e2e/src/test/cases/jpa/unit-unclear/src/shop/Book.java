package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

@Entity
public class Book {
  @Id Long id;
  Instant printedAt;
}
