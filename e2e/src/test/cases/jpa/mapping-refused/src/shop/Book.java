package shop;

import jakarta.persistence.Entity;

@Entity
public class Book {
  String title;
}
