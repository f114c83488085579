package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.RegisterBank.Answer;
import io.pumphouse.hal.modbus.RegisterBank.Refusal;
import io.pumphouse.hal.modbus.RegisterBank.Values;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Space;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a virtual pump does with what is written to it. */
class SimulatedWriteTest {
  private static final Instant WINTER = Instant.parse("2026-02-09T00:00:00Z");

  private final HandTime time = new HandTime();
  private final VirtualHeatPump physics = VirtualHeatPump.atWork(1, Drive.INVERTER, WINTER);

  @Test
  void aSettingInsideItsLimitsIsKept() {
    SimulatedPump pump = pump(Maps.nibeS(), 1);

    assertThat(first(pump.read(Space.HOLDING, 1135, 1))).isEqualTo(0xFFFF & -10);
    assertThat(pump.write(Space.HOLDING, 1135, List.of(0xFFFF & -500)))
        .isEqualTo(new Values(List.of(0xFFFF & -500)));
    assertThat(first(pump.read(Space.HOLDING, 1135, 1))).isEqualTo(0xFFFF & -500);
  }

  @Test
  void aCodeThatIsWrittenIsKeptToo() {
    SimulatedPump pump = pump(Maps.nibeS(), 1);

    pump.write(Space.HOLDING, 237, List.of(2));

    assertThat(first(pump.read(Space.HOLDING, 237, 1))).isEqualTo(2);
  }

  @Test
  void aWrittenKnobTurnsInThePhysics() {
    SimulatedPump pump = pump(Maps.nibeS(), 1);

    pump.write(Space.HOLDING, 30, List.of(0xFD));

    assertThat(value(Metric.HEAT_CURVE_OFFSET)).isEqualTo(-3);
    assertThat(first(pump.read(Space.HOLDING, 30, 1))).isEqualTo(0xFD);
  }

  @Test
  void a32BitWriteIsTakenWholeOrNotAtAll() {
    SimulatedPump pump = pump(Maps.nibeS(), 1);
    int low = 0xFFFF & -9000;

    assertThat(pump.write(Space.HOLDING, 11, List.of(low))).isEqualTo(new Refusal(3));
    assertThat(pump.write(Space.HOLDING, 12, List.of(0xFFFF))).isEqualTo(new Refusal(3));
    assertThat(pump.write(Space.HOLDING, 11, List.of(low, 0xFFFF))).isInstanceOf(Values.class);
    assertThat(value(Metric.DEGREE_MINUTES)).isEqualTo(-900);
  }

  @Test
  void theResetButtonSpringsBack() {
    SimulatedPump pump = pump(Maps.nibeS(), 1);

    assertThat(pump.write(Space.HOLDING, 22, List.of(1))).isInstanceOf(Values.class);
    assertThat(first(pump.read(Space.HOLDING, 22, 1))).isZero();
  }

  @Test
  void outsideItsLimitsASettingIsRefusedAndUnchanged() {
    SimulatedPump pump = pump(Maps.nibeS(), 1);

    assertThat(pump.write(Space.HOLDING, 30, List.of(11))).isEqualTo(new Refusal(3));
    assertThat(value(Metric.HEAT_CURVE_OFFSET)).isEqualTo(1);
  }

  @Test
  void whatCanOnlyBeReadIsRefusedWithTwo() {
    assertThat(pump(Maps.nibeF(), 1).write(Space.HOLDING, 3085, List.of(30)))
        .isEqualTo(new Refusal(2));
  }

  @Test
  void writingWhereNothingIsGetsTheModelsCode() {
    assertThat(pump(Maps.nibeS(), 1).write(Space.HOLDING, 999, List.of(1)))
        .isEqualTo(new Refusal(1));
  }

  private SimulatedPump pump(RegisterMap map, double speed) {
    return new SimulatedPump(new Panel(map, physics), time, speed);
  }

  private double value(Metric metric) {
    return physics.value(metric).orElseThrow();
  }

  private static int first(Answer answer) {
    return words(answer).getFirst();
  }

  private static List<Integer> words(Answer answer) {
    assertThat(answer).isInstanceOf(Values.class);
    return ((Values) answer).values();
  }
}
