package io.pumphouse.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.Lines;
import io.pumphouse.agent.app.MapShelf;
import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.app.VirtualPump;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusSlave;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.sim.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScanTest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final TimeSource TIME = new SystemTime();

  private final List<String> said = new ArrayList<>();
  @TempDir private Path folder;

  private Scan.Result scan(Wiring wiring) {
    return scan(QuickMaps.maps(), wiring);
  }

  private Scan.Result scan(List<RegisterMap> maps, Wiring wiring) {
    return new Scan(maps, to -> Lines.to(to, TIME), TIME)
        .run(new Place.Net(wiring), Set.of(), said::add);
  }

  private static Scan.Found found(Scan.Result result) {
    return switch (result) {
      case Scan.Found found -> found;
      case Scan.NotFound nothing -> throw new AssertionError(nothing.toString());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "nibe-s1255, TCP",
    "nibe-s1256, TCP",
    "nibe-s735, TCP",
    "thermia-genesis-inverter, TCP",
    "thermia-genesis-mega, TCP",
    "nibe-f1255, RTU",
    "nibe-f1245, RTU",
    "nibe-f750, RTU",
    "thermia-genesis-inverter, RTU",
    "thermia-genesis-mega, RTU",
    "ivt-rego600, REGO",
    "ivt-rego636, REGO",
    "husdata-h1-ivt, HUSDATA_H1",
    "husdata-h1-nibe, HUSDATA_H1",
    "husdata-h1-thermia, HUSDATA_H1"
  })
  void everyShippedModelIsToldFromTheOthers(String model, Wire wire) throws IOException {
    VirtualPump pump = new VirtualPump(QuickMaps.map(model), 1, new Faults(1), TIME);
    try (TcpDoor door = pump.door(LOOPBACK, 0, wire)) {
      door.open();
      Wiring wiring =
          wire == Wire.TCP
              ? new Wiring.Tcp(LOOPBACK, door.port())
              : new Wiring.RtuOverTcp(LOOPBACK, door.port());

      List<Candidate> likeliest = found(scan(QuickMaps.speaking(wire), wiring)).likeliest();

      assertThat(likeliest).as("%s", said).extracting(Candidate::model).containsExactly(model);
      assertThat(likeliest.getFirst().evidence()).isNotEmpty();
      assertThat(problems(likeliest.getFirst().entry())).isEmpty();
    }
  }

  /** What check-config says of the entry, pasted as it is. */
  private List<String> problems(String entry) throws IOException {
    Path file = Files.writeString(folder.resolve("pumphouse.yaml"), "pumps:\n  " + entry + "\n");
    return switch (new ConfigFile(new MapShelf(QuickMaps.SHIPPED), ZoneOffset.UTC).read(file)) {
      case Loaded.Valid _ -> List.of();
      case Loaded.Wrong(var problems) -> problems.stream().map(Object::toString).toList();
    };
  }

  @Test
  void anotherUnitThanTheUsualIsFound() throws IOException {
    RegisterBank bank = new FewRegisters();
    try (TcpDoor door =
        new TcpDoor(LOOPBACK, 0, 4, line -> new ModbusSlave(line, Framing.RTU, 2, bank).serve())) {
      door.open();
      Scan scan = new Scan(QuickMaps.maps(), to -> Lines.to(to, TIME), TIME);
      Place place = new Place.Net(new Wiring.RtuOverTcp(LOOPBACK, door.port()));

      Candidate first = found(scan.run(place, Set.of(2), said::add)).likeliest().getFirst();

      assertThat(first.line()).endsWith(", unit: 2");
      assertThat(first.model()).isEqualTo("nibe-f1255");
    }
  }

  /** An F pump of which only the outdoor and the supply temperature and the heat curve answer. */
  private static final class FewRegisters implements RegisterBank {
    @Override
    public Answer read(Space space, int address, int count) {
      if (space != Space.HOLDING || count > 1) {
        return new Refusal(2);
      }
      return switch (address) {
        case 3 -> new Values(List.of(0xFFDA));
        case 7 -> new Values(List.of(352));
        case 7006 -> new Values(List.of(9));
        default -> new Refusal(2);
      };
    }

    @Override
    public Answer write(Space space, int address, List<Integer> values) {
      throw new AssertionError("a scan never writes");
    }
  }

  @Test
  void aDeviceThatIsNoneOfOurModelsIsToldWhatItSaid() throws IOException {
    RegisterBank meter =
        new RegisterBank() {
          @Override
          public Answer read(Space space, int address, int count) {
            return new Refusal(2);
          }

          @Override
          public Answer write(Space space, int address, List<Integer> values) {
            throw new AssertionError("a scan never writes");
          }
        };
    try (TcpDoor door =
        new TcpDoor(LOOPBACK, 0, 4, line -> new ModbusSlave(line, Framing.TCP, 1, meter).serve())) {
      door.open();

      assertThat(scan(new Wiring.Tcp(LOOPBACK, door.port())))
          .isInstanceOfSatisfying(
              Scan.NotFound.class,
              nothing ->
                  assertThat(nothing.cause())
                      .contains("none of the known models")
                      .contains("not nibe-s1255: outdoor_temp at input 1"));
    }
  }

  @Test
  void withoutALineThereIsNothingToTry() {
    Scan.Result result =
        new Scan(QuickMaps.maps(), to -> Lines.to(to, TIME), TIME)
            .run(new Place.Port("/dev/no-such-port"), Set.of(), said::add);

    assertThat(result)
        .isInstanceOfSatisfying(
            Scan.NotFound.class, nothing -> assertThat(nothing.cause()).contains("no such port"));
    assertThat(said).hasSize(1);
  }

  @Test
  void aRego637IsFoundWithThoseThatHaveTheirSensorsAtTheSamePlace() throws IOException {
    VirtualPump pump = new VirtualPump(QuickMaps.map("ivt-rego637"), 1, new Faults(1), TIME);
    try (TcpDoor door = pump.door(LOOPBACK, 0, Wire.REGO)) {
      door.open();

      Scan.Result result =
          scan(QuickMaps.speaking(Wire.REGO), new Wiring.RtuOverTcp(LOOPBACK, door.port()));

      assertThat(found(result).candidates())
          .extracting(Candidate::model)
          .containsExactly("ivt-rego600", "ivt-rego637");
    }
  }
}
