package io.pumphouse.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What keeps somebody from using a page: WCAG 2.2 AA, as axe sees it. */
final class Barriers {
  private static final String BARRIERS =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        .then(found => done(found.violations.flatMap(violation => violation.nodes.map(
          node => violation.id + ": " + node.target + " " + node.failureSummary))));
      """;

  private Barriers() {}

  /** Those on the page that the browser shows. */
  static List<?> on(Browser browser) throws IOException {
    browser.driver().executeScript(axe());
    return browser.driver().executeAsyncScript(BARRIERS) instanceof List<?> found
        ? found
        : List.of("axe said nothing");
  }

  private static String axe() throws IOException {
    try (InputStream in = Barriers.class.getResourceAsStream("/axe.min.js")) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
