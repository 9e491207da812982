package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class Address {
  @Column(length = 80)
  String street;

  @Column(length = 12, nullable = false)
  String postcode;
}
