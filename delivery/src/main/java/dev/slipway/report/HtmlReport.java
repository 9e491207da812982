package dev.slipway.report;

import dev.slipway.dialect.DeploymentRecord;
import java.util.List;
import java.util.Locale;

/**
 * The story of deployments as one HTML page with charts: start here; {@link SoakPage} is what load
 * did. It needs nothing beside it, no script, no font, no network, so that it can be kept with a
 * release or sent. Stateless.
 */
public final class HtmlReport {

  private HtmlReport() {}

  /**
   * The page.
   *
   * @param environment the environment's name
   * @param deployments what is told, the newest last; it is shown first
   */
  public static String page(String environment, List<DeploymentRecord> deployments) {
    var html = new StringBuilder();
    if (deployments.isEmpty()) {
      html.append("<p>Nothing was ever promoted to it.</p>\n");
    } else {
      contents(html, deployments);
    }
    deployments.reversed().forEach(each -> html.append(new DeploymentSection(each).html()));
    return HtmlPage.of("Deployments to " + environment, html.toString());
  }

  private static void contents(StringBuilder html, List<DeploymentRecord> deployments) {
    html.append("<table><tr><th>id</th><th>began</th><th>by</th><th>outcome</th></tr>");
    for (DeploymentRecord each : deployments.reversed()) {
      String outcome = each.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
      html.append("<tr><td><a href=\"#d").append(each.id()).append("\">").append(each.id());
      html.append("</a></td><td>").append(Html.text(each.began().toString())).append("</td><td>");
      html.append(Html.text(each.entry().by())).append("</td><td><span class=\"badge ");
      html.append(outcome).append("\">").append(outcome.replace('-', ' '));
      html.append("</span></td></tr>");
    }
    html.append("</table>\n");
  }
}
