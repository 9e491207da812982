package dev.slipway.report;

import dev.slipway.dialect.DeploymentRecord;
import java.util.List;
import java.util.Locale;

/**
 * The story of deployments as one HTML page with charts: start here. It needs nothing beside it, no
 * script, no font, no network, so that it can be kept with a release or sent. Stateless.
 */
public final class HtmlReport {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --text: #1c2430; --soft: #5b6675; --line: #d9dee5;
        --back: #fff; --good: #2e7d52; --bad: #c0392b; --warn: #b7791f; --hint: #7a8fb0; }
      @media (prefers-color-scheme: dark) { :root { --text: #e6e9ee; --soft: #9aa5b4;
        --line: #333c49; --back: #14181f; --good: #4fb286; --bad: #e5705f; --warn: #d9a441;
        --hint: #7a8fb0; } }
      body { font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--back);
        max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.5rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem;
        border-top: 1px solid var(--line); padding-top: 1.5rem; } h3 { font-size: 1rem; }
      table { border-collapse: collapse; width: 100%; } th, td { text-align: left;
        vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); }
      th { color: var(--soft); font-weight: 500; } small { color: var(--soft); }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
      dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
      .badge { font-size: .8rem; font-weight: 500; padding: .1rem .5rem; border-radius: .6rem;
        color: #fff; background: var(--soft); white-space: nowrap; }
      .badge.done, .badge.green { background: var(--good); }
      .badge.rolled-back, .badge.red { background: var(--bad); }
      .badge.waived, .badge.running { background: var(--warn); }
      .waiver { border-left: 4px solid var(--warn); padding: .4rem .8rem; }
      svg { max-width: 100%; height: auto; } svg text { font-size: 12px; fill: var(--text); }
      svg .value, svg .axis { fill: var(--soft); } svg .axis { font-size: 11px; }
      rect.passed, circle.passed { fill: var(--good); } rect.failed, circle.failed,
      rect.blocked { fill: var(--bad); } rect.running { fill: var(--warn); }
      rect.predicted { fill: var(--hint); } .grid { stroke: var(--line); }
      .limit { stroke: var(--bad); stroke-dasharray: 4 3; }
      .line { fill: none; stroke: var(--good); stroke-width: 1.5; }
      .figures { display: flex; flex-wrap: wrap; gap: 1rem; } figure { margin: 0; }
      figcaption { color: var(--soft); font-size: .85rem; }
      """;

  private HtmlReport() {}

  /**
   * The page.
   *
   * @param environment the environment's name
   * @param deployments what is told, the newest last; it is shown first
   */
  public static String page(String environment, List<DeploymentRecord> deployments) {
    String title = "Deployments to " + environment;
    var html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.append("<title>").append(Html.text(title)).append("</title>\n");
    html.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
    html.append("<h1>").append(Html.text(title)).append("</h1>\n");
    if (deployments.isEmpty()) {
      html.append("<p>Nothing was ever promoted to it.</p>\n");
    } else {
      contents(html, deployments);
    }
    deployments.reversed().forEach(each -> html.append(new DeploymentSection(each).html()));
    return html.append("</body>\n</html>\n").toString();
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
