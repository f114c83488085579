package io.pumphouse.hal.h66;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.RealTime;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.TcpLine;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our gateway and our pump over a real socket; strangers are asked elsewhere. */
class H66GatewayTest {
  private static final RegisterBank ZEROS =
      new RegisterBank() {
        @Override
        public Answer read(Space space, int address, int count) {
          return new Values(List.of(0));
        }

        @Override
        public Answer write(Space space, int address, List<Integer> values) {
          return new Refusal(1);
        }
      };

  @ParameterizedTest
  @ValueSource(strings = {"husdata-h66-ivt", "husdata-h66-nibe", "husdata-h66-thermia"})
  void aGatewayNamesTheCableOfItsPump(String model) throws Exception {
    RegisterMap map = Bench.map(model);
    try (TcpDoor door =
        new TcpDoor("127.0.0.1", 0, 4, line -> new H66Gateway(line, map, ZEROS).serve())) {
      assertThat(door.open()).isInstanceOf(Line.Opened.class);
      Duration within = Duration.ofSeconds(10);
      Line line = new TcpLine("127.0.0.1", door.port(), within);
      H66Pump pump = new H66Pump(line, map, within, new RealTime(), Witness.none());
      List<Sample> samples = pump.read(map.registers().stream().map(Register::id).toList());

      assertThat(pump.link()).isEqualTo(new Link.Up());
      // 0 A is "no transformer" on a NIBE, and 0 a number everywhere else.
      assertThat(samples.stream().filter(Reading.class::isInstance).count())
          .isGreaterThan(samples.size() - 4);
    }
  }
}
