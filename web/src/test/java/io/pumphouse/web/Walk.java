package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** Goes through a page with the keyboard alone. */
final class Walk {
  private static final int MOST_STOPS = 160;

  private static final String FOCUSED =
      """
      (() => { const at = document.activeElement;
        return at === document.body ? "" : at.outerHTML.slice(0, 300) + [...document.querySelectorAll("*")].indexOf(at); })()
      """;

  private static final String OUTLINE =
      """
      (() => { const style = getComputedStyle(document.activeElement);
        return style.outlineStyle === "none" && style.boxShadow === "none" ? "invisible" : "seen"; })()
      """;

  private static final String CONTROLS =
      """
      [...document.querySelectorAll("a[href], button, select, input, textarea, summary, [tabindex='0']")]
        .filter(each => each.type !== "hidden" && each.checkVisibility()).length
      """;

  private Walk() {}

  /** It comes to every control of the page that is open, and each shows that it is there. */
  static void everyControl(Browser browser, String page) {
    List<String> stops = new ArrayList<>();
    for (int press = 0; press < MOST_STOPS; press++) {
      new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
      String stop = browser.text(FOCUSED);
      if (!stops.isEmpty() && stop.equals(stops.getLast())) {
        continue; // a date is one control with a stop for each of its parts
      }
      if (stop.isEmpty() || stops.contains(stop)) {
        break;
      }
      assertThat(browser.text(OUTLINE)).as(page + " " + stop).isEqualTo("seen");
      stops.add(stop);
    }
    assertThat(stops).as(page).hasSize((int) browser.number(CONTROLS));
  }
}
