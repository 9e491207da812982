package shop;

import jakarta.persistence.Entity;

@Entity
public class LoginEvent extends Event {
  String ip;
}
