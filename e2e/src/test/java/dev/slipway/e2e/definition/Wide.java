package dev.slipway.e2e.definition;

import static dev.slipway.schema.ValueType.bigint;
import static dev.slipway.schema.ValueType.numeric;
import static dev.slipway.schema.ValueType.smallint;
import static dev.slipway.schema.ValueType.text;

import dev.slipway.schema.Domain;
import dev.slipway.schema.SchemaDefinition;
import dev.slipway.schema.SequenceDefinition;
import dev.slipway.schema.model.Privilege;
import java.math.BigDecimal;

/** What the tables of all types need beside them. */
final class Wide extends SchemaDefinition {
  static final Wide WIDE = new Wide();

  final Domain<String> email =
      domain("e \"mail\"", text())
          .notNull()
          .check("has_an_at", "value like '%@%'")
          .comment("an address");
  final Domain<String[]> words = domain(text().array());
  final Domain<BigDecimal> sharePrice = domain(numeric(12, 4)).defaultTo(BigDecimal.ONE);
  final SequenceDefinition<Long> number =
      sequence("a \"number\"")
          .startWith(1000)
          .incrementBy(10)
          .minValue(10)
          .maxValue(100_000)
          .cache(5)
          .cycle()
          .comment("counts");
  final SequenceDefinition<Short> smallNumber = sequence(smallint());
  final SequenceDefinition<Long> ofTiny =
      sequence(bigint()).ownedBy(() -> EveryType.EVERY_TYPE.tiny).unlogged();

  private Wide() {
    super("wide types");
    comment("everything \"wide\"");
    number.grant(Privilege.USAGE).to("reader").withGrantOption();
    grant(Privilege.USAGE, Privilege.CREATE).to("reader");
    enumeration(Unused.class);
  }

  /** An enum that no column uses. */
  enum Unused {
    ONE
  }
}
