package shop;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Comment;

@Entity
@Table(schema = "stock", name = "book")
public class Book extends Item {
  @Comment("as printed on the cover")
  String isbn;

  int pages;
}
