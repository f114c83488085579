package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.RegisterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code writes:} and {@code log-set:}, against the shipped maps. */
final class WritesSectionTest {
  private static final String WIRE = "line: {rtu-over-tcp: \"192.0.2.11:4001\"}";

  @TempDir private Path folder;

  private Loaded read(String model, String line, String more) throws IOException {
    Path file = folder.resolve("pumphouse.yaml");
    String yaml = "pumps:\n  - id: a\n    model: %s\n    %s\n    %s\n".formatted(model, line, more);
    Files.writeString(file, yaml);
    return new ConfigFile(new ShippedModels(), ZoneOffset.UTC).read(file);
  }

  private PumpConfig pump(String more) throws IOException {
    return switch (read("nibe-f1255", WIRE, more)) {
      case Loaded.Valid(Config config) -> config.pumps().getFirst();
      case Loaded.Wrong(List<Problem> problems) -> throw new AssertionError(problems.toString());
    };
  }

  private List<String> problems(String more) throws IOException {
    return problems("nibe-f1255", WIRE, more);
  }

  private List<String> problems(String model, String line, String more) throws IOException {
    return switch (read(model, line, more)) {
      case Loaded.Valid(Config config) -> throw new AssertionError("no problem: " + config);
      case Loaded.Wrong(List<Problem> problems) ->
          problems.stream()
              .map(problem -> problem.toString().replace(folder + "/pumphouse.yaml:5: ", ""))
              .toList();
    };
  }

  private static RegisterId id(String name) {
    return new RegisterId(name);
  }

  @Test
  void nothingMayBeWrittenUnlessItIsNamed() throws IOException {
    assertThat(pump("poll-interval: 5s").writes()).isEmpty();
  }

  @Test
  void whatIsNamedMayBeWritten() throws IOException {
    assertThat(pump("writes: [room_setpoint, register:47041, alarm_reset]").writes())
        .containsExactlyInAnyOrder(id("47398"), id("47041"), id("45171"));
  }

  @Test
  void aMisspeltNameIsToldTheNearestSetting() throws IOException {
    assertThat(problems("writes: [room_setpiont]"))
        .containsExactly("pumps[0].writes[0]: found \"room_setpiont\", accepted: room_setpoint");
  }

  @Test
  void aBareNumberIsToldItsName() throws IOException {
    assertThat(problems("writes: [47041]"))
        .containsExactly("pumps[0].writes[0]: found \"47041\", accepted: register:47041");
  }

  @Test
  void whatCanOnlyBeReadIsRefused() throws IOException {
    assertThat(problems("writes: [outdoor_temp]"))
        .containsExactly(
            "pumps[0].writes[0]: found \"outdoor_temp\", accepted: a register that can be"
                + " written; the maker only lets outdoor_temp be read");
  }

  @Test
  void whatCanHarmThePumpIsRefusedByName() throws IOException {
    assertThat(problems("nibe-s1255", "line: {tcp: 192.0.2.10}", "writes: [register:45009]"))
        .containsExactly(
            "pumps[0].writes[0]: found \"register:45009\", accepted: nothing here; delete it:"
                + " writing register 45009 can harm the pump or the house, so it is never done");
  }

  @Test
  void aSettingWithoutLimitsIsRefused() throws IOException {
    assertThat(problems("nibe-s1255", "line: {tcp: 192.0.2.10}", "writes: [operating_mode]"))
        .containsExactly(
            "pumps[0].writes[0]: found \"operating_mode\", accepted: a setting whose limits are"
                + " known; the map of nibe-s1255 has no write_min and write_max for it, a copy in"
                + " maps/ may");
  }

  @Test
  void oneRegisterIsNamedOnce() throws IOException {
    assertThat(problems("writes: [hot_water_mode, register:47041]"))
        .containsExactly(
            "pumps[0].writes[1]: found \"register:47041\" again, accepted: each entry once");
  }

  @Test
  void theyAreAList() throws IOException {
    assertThat(problems("writes: room_setpoint"))
        .containsExactly(
            "pumps[0].writes: found \"room_setpoint\", accepted: a list, such as [room_setpoint,"
                + " alarm_reset]");
  }

  @Test
  void theLogSetIsTheIdsOnTheStick() throws IOException {
    assertThat(pump("log-set: [40004, 40008]").logSet())
        .containsExactlyInAnyOrder(id("40004"), id("40008"));
  }

  @Test
  void theLogSetHoldsTwentyRegistersAnd32BitOnesCountTwice() throws IOException {
    String nine = "43416, 43420, 43424, 44298, 44300, 43081, 43239, 40771, 40940";
    assertThat(problems("log-set: [40004, 40008, 40012, 40013, 40014, " + nine + "]"))
        .containsExactly(
            "pumps[0].log-set: found 23 registers, counting 32-bit ones twice, accepted: at most"
                + " 20, as ModbusManager puts into LOG.SET");
  }

  @Test
  void aPumpWithoutModbus40HasNoLogSet() throws IOException {
    assertThat(problems("nibe-s1255", "line: {tcp: 192.0.2.10}", "log-set: [30002]"))
        .containsExactly(
            "pumps[0].log-set: found a list for MODBUS 40, accepted: nothing; nibe-s1255 has no"
                + " LOG.SET");
  }

  /** The shipped maps, those of MODBUS 40 with its rule about LOG.SET. */
  private static final class ShippedModels implements ModelShelf {
    private final RegisterMaps maps = new RegisterMaps();

    @Override
    public Optional<RegisterMap> find(String id) {
      return maps.find(id) instanceof Lookup.Found(RegisterMap map)
          ? Optional.of(id.startsWith("nibe-f") ? behindModbus40(map) : map)
          : Optional.empty();
    }

    private static RegisterMap behindModbus40(RegisterMap map) {
      Model model = map.model();
      Model quirky =
          new Model(
              model.id(),
              model.title(),
              model.wires(),
              model.wordOrder(),
              model.registersPerRequest(),
              model.bitsPerRequest(),
              model.pause(),
              model.answerWithin(),
              model.readable(),
              model.exceptionForAbsent(),
              model.offsets(),
              Set.of(Quirk.LOG_SET),
              model.sources());
      return new RegisterMap(quirky, map.registers(), map.metrics());
    }

    @Override
    public Optional<String> fault(String id) {
      return Optional.empty();
    }

    @Override
    public List<String> ids() {
      return maps.models().stream().map(Model::id).toList();
    }
  }
}
