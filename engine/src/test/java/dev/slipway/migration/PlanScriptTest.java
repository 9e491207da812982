package dev.slipway.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Engine;
import dev.slipway.catalog.Fingerprint;
import dev.slipway.catalog.Kind;
import dev.slipway.catalog.ObjectId;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Reverse;
import dev.slipway.plan.Statement;
import dev.slipway.plan.Step;
import dev.slipway.postgres.Postgres;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanScriptTest {

  private static final ObjectId NOTE = ObjectId.of(Kind.COLUMN, "public", "todo", "note");

  private static final Plan PLAN =
      new Plan(
          Engine.POSTGRESQL,
          new Fingerprint("a"),
          new Fingerprint("b"),
          List.of(),
          List.of(
              new Step(
                  "drop column public.todo.note",
                  NOTE,
                  Statement.of("alter table todo drop column note"),
                  new Reverse.Irreversible(
                      "the values of\ntodo.note are gone",
                      List.of("alter table todo add column note text")),
                  List.of(new Hazard(HazardCode.DROP_COLUMN, NOTE, "All notes go.", "Park it.")),
                  List.of()),
              new Step(
                  "create function public.f()",
                  NOTE,
                  Statement.of("create function f() returns int language sql return 1 -- one"),
                  new Reverse.Reversible(List.of("drop function f()")),
                  List.of(),
                  List.of())));

  @Test
  void should_write_one_step_after_the_other() {
    assertThat(PlanScript.up(PLAN))
        .isEqualTo(
            """
            -- drop column public.todo.note
            -- SLIP102: All notes go.
            alter table todo drop column note;

            -- create function public.f()
            create function f() returns int language sql return 1 -- one
            ;
            """);
  }

  @Test
  void should_write_the_way_back_from_the_last_step_on() {
    assertThat(PlanScript.down(PLAN))
        .isEqualTo(
            """
            -- undo: create function public.f()
            drop function f();

            -- undo: drop column public.todo.note
            -- slipway: irreversible: the values of todo.note are gone
            alter table todo add column note text;
            """);
  }

  @Test
  void should_be_cut_into_the_statements_of_the_plan() {
    assertThat(new Postgres().split(PlanScript.down(PLAN)))
        .extracting(statement -> statement.sql())
        .containsExactlyElementsOf(PLAN.down());
  }
}
