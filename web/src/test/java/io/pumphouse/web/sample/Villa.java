package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.House;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Site;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A house with a pump that answers and a cottage with one that does not. */
public final class Villa {
  public static final Instant NOW = Instant.parse("2026-02-03T10:15:30Z");
  public static final Site SITE = new Site("Villa Björk", ZoneId.of("Europe/Stockholm"));

  public static final PumpStatus HOUSE =
      new PumpStatus(
          new PumpId("house"),
          "nibe-s1255",
          "NIBE S1155 / S1255",
          "192.0.2.10:502",
          1,
          LinkState.UP,
          "",
          "",
          new LastAnswer.At(Readings.TAKEN, Duration.ofMillis(1500)));

  public static final PumpStatus COTTAGE =
      new PumpStatus(
          new PumpId("cottage"),
          "nibe-f1255",
          "NIBE F1155 / F1255",
          "/dev/serial/by-id/usb-FTDI_FT232R-if00-port0",
          1,
          LinkState.SILENT,
          "read 40004..40019 on /dev/serial/by-id/usb-FTDI_FT232R-if00-port0 unit 1: no answer in"
              + " 1000 ms",
          "check that the pump is on, that A and B are not swapped, and that its MODBUS 40 has unit"
              + " 1",
          new LastAnswer.At(Instant.parse("2026-02-03T08:03:11Z"), Duration.ofSeconds(7939)));

  private Villa() {}

  /** With everything that pages ask for, all of it made up. */
  public static House house() {
    FakeLive live = live();
    return new House(
        SITE,
        live,
        live,
        history(),
        health(),
        Workshop.diagnostics(),
        new FakeInsight().analysis(),
        new FakeWrites(),
        new FakeBackups(),
        new FakeAppliance().appliance());
  }

  public static FakeTime time() {
    return new FakeTime(NOW);
  }

  public static FakePast history() {
    return new FakePast(
        Map.of(new RegisterId(Metric.OUTDOOR_TEMP.key()), new Extremes(-121, -64.5321, 12)));
  }

  public static Health health() {
    return () ->
        new Health.Report(
            true,
            List.of(
                Health.Check.well("store", "last commit 12 s ago"),
                Health.Check.degraded("pump cottage", "no answer in 1000 ms", "check the cable")));
  }

  public static FakeLive live() {
    return new FakeLive()
        .with(Plight.certain())
        .with(Plight.unknown())
        .with(
            HOUSE,
            Readings.value(Metric.COMPRESSOR_ON, "1", 1),
            Readings.meaning(Metric.PRIORITY, 30, "heating"),
            Readings.value(Metric.REVERSING_VALVE, "1", 0),
            Readings.value(Metric.SUPPLY_PUMP_ON, "1", 1),
            Readings.value(Metric.BRINE_PUMP_ON, "1", 1),
            Readings.value(Metric.ALARM_ACTIVE, "1", 1),
            Readings.meaning(Metric.ALARM_CODE, 164, "High <b>pressure</b>"),
            Readings.value(Metric.OUTDOOR_TEMP, "0.1", -75),
            Readings.value(Metric.OUTDOOR_TEMP_MEAN, "0.1", -52),
            Readings.missing(Metric.ROOM_TEMP),
            Readings.value(Metric.SUPPLY_TEMP, "0.1", 384),
            Readings.value(Metric.SUPPLY_SETPOINT, "0.1", 391),
            Readings.value(Metric.RETURN_TEMP, "0.1", 317),
            Readings.value(Metric.DEGREE_MINUTES, "0.1", -2135),
            Readings.invalid(Metric.FLOW, new Fault.Refused(2)),
            Readings.value(Metric.HOT_WATER_TOP, "0.1", 512),
            Readings.value(Metric.HOT_WATER_CONTROL, "0.1", 470),
            Readings.value(Metric.BRINE_IN, "0.1", 0),
            Readings.old(Metric.BRINE_OUT, "0.1", -31, Duration.ofSeconds(47)),
            Readings.value(Metric.BRINE_PUMP_SPEED, "1", 68),
            Readings.value(Metric.CONDENSER_OUT, "0.1", 402),
            Readings.value(Metric.HOT_GAS, "0.1", 814),
            Readings.invalid(Metric.SUCTION_GAS, new Fault.NoAnswer(Duration.ofSeconds(1))),
            Readings.value(Metric.COMPRESSOR_FREQUENCY, "0.1", 573),
            Readings.old(Metric.COMPRESSOR_STARTS, "1", 10_437, Duration.ofSeconds(41)),
            Readings.old(Metric.COMPRESSOR_HOURS, "1", 23_118, Duration.ofSeconds(41)),
            Readings.value(Metric.ADD_HEAT_POWER, "0.01", 0),
            Readings.value(Metric.COMPRESSOR_POWER, "0.001", 2140),
            Readings.old(Metric.TOTAL_ELECTRICITY, "0.1", 482_134, Duration.ofSeconds(41)),
            Readings.old(Metric.TOTAL_HEAT, "0.1", 1_904_417, Duration.ofSeconds(41)),
            Readings.old(Metric.HEAT_CURVE, "1", 7, Duration.ofSeconds(200)),
            Readings.old(Metric.HEAT_CURVE_OFFSET, "1", -1, Duration.ofSeconds(200)),
            Readings.old(Metric.HOT_WATER_START, "0.1", 420, Duration.ofSeconds(200)),
            Readings.register("31470", "Periodic hot water, next", Unit.DAY, 5),
            Readings.register("32260", "Operating priority & <b>mode</b>", Unit.CODE, 10))
        .with(
            COTTAGE,
            Readings.invalid(Metric.OUTDOOR_TEMP, new Fault.NoAnswer(Duration.ofSeconds(1))),
            Readings.invalid(Metric.SUPPLY_TEMP, new Fault.Quarantined(NOW.plusSeconds(60))));
  }
}
