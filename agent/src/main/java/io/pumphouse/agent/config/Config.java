package io.pumphouse.agent.config;

import io.pumphouse.web.model.Site;
import java.util.List;

/**
 * Everything the configuration file says, checked, with its defaults filled in. Immutable.
 *
 * @param site the place the pumps stand in
 * @param pumps the pumps in the order of the file, at least one
 * @param store how readings are kept
 * @param web how people reach the pages
 * @param gpio what hangs on the pins of this machine
 * @param publish who else gets the readings
 * @param console where technicians plug in
 */
public record Config(
    Site site,
    List<PumpConfig> pumps,
    StoreConfig store,
    WebConfig web,
    GpioConfig gpio,
    PublishConfig publish,
    ConsoleConfig console) {
  public Config {
    pumps = List.copyOf(pumps);
  }
}
