package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(schema = "stock", name = "item")
@Inheritance(strategy = InheritanceType.JOINED)
public class Item {
  @Id UUID id;
  String name;

  boolean sold;
}
