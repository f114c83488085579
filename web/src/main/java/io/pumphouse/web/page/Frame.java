package io.pumphouse.web.page;

import java.time.Duration;
import java.util.List;

/**
 * What every page has around its content. Public because compiled templates live in a package of
 * their own.
 *
 * @param title what the browser's tab says
 * @param tongue the language of the page
 * @param here which page it is, as the navigation knows it; empty for none of them
 * @param site what the owner calls the place
 * @param version the agent's
 * @param madeAt the site's local time when the page was made
 * @param assets where style sheets and scripts are
 * @param pulses each pump, in the order of the configuration
 * @param pump the pump the page is about; empty if it is about all
 * @param unfinished what is asked on every page while backup runs wait for a decision
 */
public record Frame(
    String title,
    Tongue tongue,
    String here,
    String site,
    String version,
    String madeAt,
    Assets assets,
    List<Pulse> pulses,
    String pump,
    Unfinished unfinished) {
  public Frame {
    pulses = List.copyOf(pulses);
  }

  /** Where the texts of the page's own scripts are. */
  public String words() {
    return assets.address("words-" + tongue.code() + ".js");
  }

  /** Where a browser finds one of our addresses. */
  public String link(String address) {
    return assets.link(address);
  }

  /** Whether there is more than one pump to choose from. */
  public boolean isChoice() {
    return pulses.size() > 1;
  }

  /** How old the newest answer of any pump is, and how many pumps are silent meanwhile. */
  public String freshness() {
    String data =
        pulses.stream()
            .filter(pulse -> !pulse.ageMillis().isEmpty())
            .map(pulse -> Duration.ofMillis(Long.parseLong(pulse.ageMillis())))
            .min(Duration::compareTo)
            .map(age -> tongue.say("js.data-old", Age.exact(age)))
            .orElseGet(() -> tongue.say("js.no-data"));
    long silent = pulses.stream().filter(Pulse::isSilent).count();
    return silent == 0 ? data : data + " · " + tongue.say("js.not-answering", silent);
  }
}
