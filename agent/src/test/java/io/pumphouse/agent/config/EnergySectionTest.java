package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Border;
import io.pumphouse.web.model.Tariff.Rate;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an owner knows of meters, powers and prices. */
final class EnergySectionTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  private static String pump(String energy) {
    return "pumps:\n  - {id: a, model: nibe-s1255, line: {tcp: 192.0.2.10}, energy: {"
        + energy
        + "}}\n";
  }

  @Test
  void whatIsLeftOutIsNotSaid() {
    assertThat(desk.config(Desk.ONE_PUMP).pumps().getFirst().energy())
        .isEqualTo(EnergyConfig.UNSAID);
  }

  @Test
  void powersAreInWattsWhateverTheyAreWrittenIn() {
    String all =
        "flow-factor: 2.7 kW/K, size: 12 kW, compressor: 2.1 kW, brine-pump: 90 W,"
            + " heating-pump: 60W, meter-border: H3";

    assertThat(desk.config(pump(all)).pumps().getFirst().energy())
        .isEqualTo(new EnergyConfig(2.7, 12, 2100, 90, 60, Set.of(), Border.H3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flow-factor: 2.7|\"2.7\", accepted: 0.1 to 20 kW/K, such as 2.7 kW/K",
        "flow-factor: 0 kW/K|\"0 kW/K\", accepted: 0.1 to 20 kW/K, such as 2.7 kW/K",
        "size: 8 kW|\"8 kW\", accepted: 6 kW, 12 kW or 16 kW",
        "compressor: 2 kWh|\"2 kWh\", accepted: a power from 100 to 30000 W, such as 2.1 kW",
        "heating-pump: 3 kW|\"3 kW\", accepted: a power from 1 to 2000 W, such as 60 W",
        "flow-facto: 2 kW/K|an unknown key, accepted: flow-factor",
        "meter: outdoor_temp|\"outdoor_temp\", accepted: a register of its map in W, kW or kWh,"
            + " such as register:32306"
      })
  void aWrongValueNamesWhatIsAccepted(String energy, String problem) {
    assertThat(desk.problems(pump(energy))).singleElement().asString().endsWith(problem);
  }

  @Test
  void onePriceHoldsAllDay() {
    var tariff =
        desk.config(Desk.ONE_PUMP + "site: {electricity-price: 1.85, currency: SEK}\n")
            .site()
            .tariff();

    assertThat(tariff.currency()).isEqualTo("SEK");
    assertThat(tariff.rates()).containsExactly(new Rate(LocalTime.MIDNIGHT, 1.85));
  }

  @Test
  void pricesMayGoByTheTimeOfDay() {
    var tariff =
        desk.config(Desk.ONE_PUMP + "site: {electricity-price: '22:00 -0.10, 06:00 2'}\n")
            .site()
            .tariff();

    assertThat(tariff.rates())
        .containsExactly(new Rate(LocalTime.of(6, 0), 2), new Rate(LocalTime.of(22, 0), -0.10));
    assertThat(tariff.at(LocalTime.of(5, 59))).isEqualTo(-0.10);
    assertThat(tariff.at(LocalTime.of(6, 0))).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"free", "1,85", "24:00 1", "06:00 1, 06:00 2", "06:00", "1.85 SEK"})
  void aWrongPriceNamesWhatIsAccepted(String price) {
    assertThat(desk.problems(Desk.ONE_PUMP + "site: {electricity-price: '" + price + "'}\n"))
        .singleElement()
        .asString()
        .endsWith(
            "accepted: a price per kWh such as 1.85, or times and prices such as"
                + " \"06:00 2.10, 22:00 1.20\", each time once");
  }
}
