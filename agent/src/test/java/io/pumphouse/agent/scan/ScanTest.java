package io.pumphouse.agent.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.Lines;
import io.pumphouse.agent.app.MapShelf;
import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.app.VirtualPump;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusSlave;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.sim.Faults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScanTest {
  private static final String LOOPBACK = "127.0.0.1";
  private static final TimeSource TIME = new SystemTime();
  private static final RegisterMaps SHIPPED = new RegisterMaps();

  private final List<String> said = new ArrayList<>();
  @TempDir private Path folder;

  /** The shipped models, but none that wants long pauses: those are tested where time is fake. */
  private static List<RegisterMap> maps() {
    return SHIPPED.all().stream()
        .flatMap(
            map ->
                map instanceof Lookup.Found(RegisterMap found)
                    ? Stream.of(withoutPause(found))
                    : Stream.empty())
        .toList();
  }

  private static RegisterMap withoutPause(RegisterMap map) {
    Model model = map.model();
    Model quick =
        new Model(
            model.id(),
            model.title(),
            model.wires(),
            model.wordOrder(),
            model.registersPerRequest(),
            model.bitsPerRequest(),
            Duration.ZERO,
            model.answerWithin(),
            model.readable(),
            model.exceptionForAbsent(),
            model.offsets(),
            model.quirks(),
            model.sources(),
            model.serial(),
            model.shifting(),
            0,
            model.neverWrite());
    return new RegisterMap(quick, map.registers(), map.metrics());
  }

  private static RegisterMap map(String model) {
    return maps().stream().filter(map -> map.model().id().equals(model)).findFirst().orElseThrow();
  }

  private Scan.Result scan(Wiring wiring) {
    return scan(maps(), wiring);
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
    VirtualPump pump = new VirtualPump(map(model), 1, new Faults(1), TIME);
    try (TcpDoor door = pump.door(LOOPBACK, 0, wire)) {
      door.open();
      Wiring wiring =
          wire == Wire.TCP
              ? new Wiring.Tcp(LOOPBACK, door.port())
              : new Wiring.RtuOverTcp(LOOPBACK, door.port());

      List<Candidate> likeliest = found(scan(speaking(wire), wiring)).likeliest();

      assertThat(likeliest).as("%s", said).extracting(Candidate::model).containsExactly(model);
      assertThat(likeliest.getFirst().evidence()).isNotEmpty();
      assertThat(problems(likeliest.getFirst().entry())).isEmpty();
    }
  }

  /** Those with this wire: waiting for what is not there is for tests in which time is fake. */
  private static List<RegisterMap> speaking(Wire wire) {
    return maps().stream().filter(map -> map.model().wires().contains(wire)).toList();
  }

  /** What check-config says of the entry, pasted as it is. */
  private List<String> problems(String entry) throws IOException {
    Path file = Files.writeString(folder.resolve("pumphouse.yaml"), "pumps:\n  " + entry + "\n");
    return switch (new ConfigFile(new MapShelf(SHIPPED), ZoneOffset.UTC).read(file)) {
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
      Scan scan = new Scan(maps(), to -> Lines.to(to, TIME), TIME);
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
        new Scan(maps(), to -> Lines.to(to, TIME), TIME)
            .run(new Place.Port("/dev/no-such-port"), Set.of(), said::add);

    assertThat(result)
        .isInstanceOfSatisfying(
            Scan.NotFound.class, nothing -> assertThat(nothing.cause()).contains("no such port"));
    assertThat(said).hasSize(1);
  }

  @Test
  void aSilentPortIsGivenUpAfterAboutAMinuteWithAdvice() {
    FakeTime time = new FakeTime();
    Scan.Result result = scanPort(time, new ScriptedLine(time, _ -> List.of()));

    assertThat(result)
        .isInstanceOfSatisfying(
            Scan.NotFound.class,
            nothing -> assertThat(nothing.next()).contains("5.2.4").contains("--unit"));
    assertThat(Duration.ofNanos(time.nanos())).isLessThan(Duration.ofSeconds(52));
    assertThat(said)
        .containsSubsequence(
            "trying 19200 baud, parity none, 1 stop bit, as a Rego 600",
            "trying 19200 baud, parity none, 1 stop bit, as a Husdata H1",
            "trying 9600 baud, parity none, 1 stop bit, unit 1",
            "trying 19200 baud, parity even, 1 stop bit, unit 1",
            "trying 115200 baud, parity odd, 1 stop bit, unit 1",
            "trying 9600 baud, parity none, 1 stop bit, unit 10");
  }

  @Test
  void aPortWithOnlyNoiseIsToldApartFromASilentOne() {
    FakeTime time = new FakeTime();
    Scan.Result result =
        scanPort(
            time,
            new ScriptedLine(
                time, _ -> List.of(new Says(Duration.ofMillis(9), Frame.hex("FF 00 F8 80 00")))));

    assertThat(result)
        .isInstanceOfSatisfying(
            Scan.NotFound.class,
            nothing -> assertThat(nothing.next()).contains("A and B are swapped"));
  }

  @Test
  void nothingButReadsEverLeaves() {
    List<Frame> sent = sentToSilence();

    assertThat(sent.subList(0, 2))
        .containsExactly(Frame.hex("81 7F 00 00 00 00 00 00 00"), Frame.hex("0D 0A 58 52 0D 0A"));
    assertThat(sent.subList(2, sent.size()))
        .isNotEmpty()
        .allMatch(frame -> frame.at(1) >= 1 && frame.at(1) <= 4);
  }

  /** Nine bytes: 81, an odd command (1, 3 or 5 write), six bytes, and what they come to by xor. */
  @Test
  void aRegoHearsNoCommandInWhatIsMeantForOthers() {
    Frame all = joined(sentToSilence());
    for (int at = 0; at + 9 <= all.length(); at++) {
      Frame nine = all.slice(at, at + 9);
      int check = IntStream.range(2, 8).map(nine::at).reduce(0, (xor, each) -> xor ^ each);
      boolean isWrite = nine.at(0) == 0x81 && nine.at(1) % 2 == 1 && nine.at(1) != 0x7F;
      assertThat(isWrite && nine.at(8) == check).as("%s", nine).isFalse();
    }
  }

  @Test
  void anH1HearsNoCommandInWhatIsMeantForOthers() {
    String all = new String(joined(sentToSilence()).toBytes(), StandardCharsets.ISO_8859_1);

    assertThat(all).containsOnlyOnce("XR\r\n").doesNotContain("XW", "XP", "XM");
    assertThat(all.split("[\r\n]")).doesNotContain("!");
  }

  /** Its address and function do not matter: a frame that fails its checksum is nobody's. */
  @Test
  void aModbusDeviceHearsNoFrameInWhatIsMeantForOthers() {
    for (Frame frame : sentToSilence().subList(0, 2)) {
      assertThat(checksum(frame)).as("%s", frame).isNotZero();
    }
  }

  /** Modbus over serial line, section 6.2.2; zero over a frame that carries its own. */
  private static int checksum(Frame frame) {
    int sum = 0xFFFF;
    for (int at = 0; at < frame.length(); at++) {
      sum ^= frame.at(at);
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 1) == 0 ? sum >> 1 : sum >> 1 ^ 0xA001;
      }
    }
    return sum;
  }

  private List<Frame> sentToSilence() {
    FakeTime time = new FakeTime();
    ScriptedLine line = new ScriptedLine(time, _ -> List.of());
    scanPort(time, line);
    return line.sent();
  }

  private static Frame joined(List<Frame> frames) {
    return frames.stream().reduce(Frame.empty(), Frame::plus);
  }

  @Test
  void aRego637IsFoundWithThoseThatHaveTheirSensorsAtTheSamePlace() throws IOException {
    VirtualPump pump = new VirtualPump(map("ivt-rego637"), 1, new Faults(1), TIME);
    try (TcpDoor door = pump.door(LOOPBACK, 0, Wire.REGO)) {
      door.open();

      Scan.Result result = scan(speaking(Wire.REGO), new Wiring.RtuOverTcp(LOOPBACK, door.port()));

      assertThat(found(result).candidates())
          .extracting(Candidate::model)
          .containsExactly("ivt-rego600", "ivt-rego637");
    }
  }

  @Test
  void aUnitAskedForByNumberMeansModbus() {
    FakeTime time = new FakeTime();
    ScriptedLine line = new ScriptedLine(time, _ -> List.of());
    new Scan(maps(), _ -> line, time).run(new Place.Port("/dev/ttyUSB0"), Set.of(3), said::add);

    assertThat(line.sent()).isNotEmpty().allMatch(frame -> frame.at(0) == 3);
  }

  private Scan.Result scanPort(FakeTime time, Line line) {
    return new Scan(maps(), _ -> line, time)
        .run(new Place.Port("/dev/ttyUSB0"), Set.of(), said::add);
  }
}
