package dev.slipway.report;

/** What all pages share: their head and their looks. */
final class HtmlPage {

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

  private HtmlPage() {}

  /**
   * A page that needs nothing beside it.
   *
   * @param title its title and its heading, a text
   * @param body what is below the heading, as HTML
   */
  static String of(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + Html.text(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n<h1>"
        + Html.text(title)
        + "</h1>\n"
        + body
        + "</body>\n</html>\n";
  }
}
