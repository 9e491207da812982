package shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(
    name = "customer",
    uniqueConstraints =
        @UniqueConstraint(
            name = "customer_email",
            columnNames = {"email"}),
    indexes = @Index(name = "customer_full_name", columnList = "full_name"))
public class Customer extends Base {
  public enum Mood {
    GLAD,
    SAD
  }

  @Column(nullable = false)
  String email;

  @Column(name = "full_name")
  String fullName;

  @JdbcTypeCode(SqlTypes.NAMED_ENUM)
  Mood mood;

  UUID token;

  @JdbcTypeCode(SqlTypes.JSON)
  String settings;

  @Embedded Address home;

  @Embedded
  @AttributeOverride(name = "street", column = @Column(name = "work_street"))
  @AttributeOverride(name = "postcode", column = @Column(name = "work_postcode"))
  Address work;

  @ElementCollection
  @CollectionTable(name = "customer_tag")
  @Column(name = "tag")
  Set<String> tags;
}
