package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Reader {
  @Id Long id;
}
