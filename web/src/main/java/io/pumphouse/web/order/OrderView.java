package io.pumphouse.web.order;

import io.pumphouse.web.model.PumpStatus;
import java.util.List;

/**
 * What the page of orders shows. Public because compiled templates live in a package of their own.
 *
 * @param key what its forms carry to prove where they come from
 * @param settings what may be changed, without the button
 * @param reset the button that resets alarms, if it may be pressed
 * @param draft what was typed
 * @param wrong the key of the text that says what is wrong with it; empty if nothing is
 */
public record OrderView(
    PumpStatus pump,
    String key,
    List<Setting> settings,
    List<Setting> reset,
    Draft draft,
    String wrong) {
  public OrderView {
    settings = List.copyOf(settings);
    reset = List.copyOf(reset);
  }

  static OrderView of(PumpStatus pump, String key, List<Setting> all, Draft draft, String wrong) {
    return new OrderView(
        pump,
        key,
        all.stream().filter(setting -> !setting.isReset()).toList(),
        all.stream().filter(Setting::isReset).toList(),
        draft,
        wrong);
  }

  /** Where its forms go. */
  public String address() {
    return "/pumps/" + pump.id().name() + "/change";
  }
}
