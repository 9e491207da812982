package dev.slipway.hazard;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.View;
import dev.slipway.diff.Change;
import dev.slipway.plan.Hazard;
import dev.slipway.plan.HazardCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An API serves a view that reads with its owner's rights, past the policies of its tables; one of
 * {@code auth.users} shows who has an account (Supabase's advisors 0010 and 0002).
 */
final class ExposedDefinerView extends ChangeRule {

  /** The engine prints every name with its schema. */
  private static final Pattern USERS = Pattern.compile("\\bauth\\.users\\b");

  ExposedDefinerView() {
    super(HazardCode.EXPOSED_DEFINER_VIEW);
  }

  @Override
  public boolean holds(Hazard found, Catalog end) {
    return end.find(found.on()) instanceof View view && !isInvoker(view);
  }

  @Override
  @Nullable Hazard assess(Change change, Impact impact) {
    if (!(NewObject.of(change) instanceof View view)
        || view.materialized()
        || isInvoker(view)
        || !Exposed.has(view.id(), impact)
        || (change instanceof Change.Alter(View before, View after)
            && !isInvoker(before)
            && before.query().equals(after.query()))) {
      return null;
    }
    boolean showsUsers = USERS.matcher(view.query()).find();
    return new Hazard(
        HazardCode.EXPOSED_DEFINER_VIEW,
        view.id(),
        "The API serves "
            + view.id()
            + ", which reads with its owner's rights: policies of its tables don't hold for it."
            + (showsUsers ? " It reads auth.users, so it shows who has an account." : ""),
        "Let it read with the rights of whoever asks: alter view "
            + view.id().dotted()
            + " set (security_invoker = true)");
  }

  private static boolean isInvoker(View view) {
    return view.options().contains("security_invoker=true")
        || view.options().contains("security_invoker=on");
  }
}
