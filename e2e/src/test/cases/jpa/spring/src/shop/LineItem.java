package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.Set;

@Entity
public class LineItem {
  @Id @GeneratedValue Long id;
  String longTitle;
  @ManyToMany Set<LineItem> soldWith;
}
