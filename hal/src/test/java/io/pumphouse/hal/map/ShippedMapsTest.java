package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be true of every map that comes with the program, checked on the loaded values. */
class ShippedMapsTest {
  private static final Path FOLDER = Path.of("src/main/resources/io/pumphouse/hal/map");

  static Stream<RegisterMap> maps() {
    return new RegisterMaps().models().stream().map(model -> Shipped.map(model.id()));
  }

  @Test
  void everyMapFileIsInTheIndex() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> name.endsWith(".csv")))
          .containsExactlyInAnyOrderElementsOf(
              Files.readAllLines(FOLDER.resolve("models.txt")).stream()
                  .map(id -> id + ".csv")
                  .toList());
    }
  }

  @Test
  void everyMapInTheIndexIsFound() {
    assertThat(new RegisterMaps().all()).hasSize(17).allMatch(Lookup.Found.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource({
    "nibe-s1255, 1472, 50",
    "nibe-s1256, 1403, 50",
    "nibe-s735, 1062, 45",
    "nibe-f1255, 981, 44",
    "nibe-f1245, 1529, 42",
    "nibe-f750, 645, 41",
    "thermia-genesis-inverter, 323, 36",
    "thermia-genesis-mega, 408, 32",
    "ivt-rego600, 57, 23",
    "ivt-rego636, 57, 23",
    "ivt-rego637, 57, 23",
    "husdata-h1-ivt, 51, 26",
    "husdata-h1-nibe, 55, 31",
    "husdata-h1-thermia, 39, 26",
    "husdata-h66-ivt, 49, 24",
    "husdata-h66-nibe, 53, 29",
    "husdata-h66-thermia, 37, 25"
  })
  void everyMapIsComplete(String model, int rows, int metrics) {
    assertThat(Shipped.map(model).registers()).hasSize(rows);
    assertThat(Shipped.map(model).metrics()).hasSize(metrics);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void idsAreUnique(RegisterMap map) {
    assertThat(map.registers()).extracting(Register::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("maps")
  void noTwoRegistersShareAnAddress(RegisterMap map) {
    Map<Space, BitSet> taken = new EnumMap<>(Space.class);
    for (Register register : map.registers()) {
      BitSet addresses = taken.computeIfAbsent(register.space(), _ -> new BitSet());
      assertThat(addresses.get(register.address(), register.end()).isEmpty())
          .as("%s of %s has its place alone", register.id(), map.model().id())
          .isTrue();
      addresses.set(register.address(), register.end());
    }
  }

  @ParameterizedTest
  @MethodSource("maps")
  void everyRowNamesADocument(RegisterMap map) {
    assertThat(map.registers())
        .extracting(Register::source)
        .isSubsetOf(map.model().sources().keySet());
  }

  @ParameterizedTest
  @MethodSource("maps")
  void everyDocumentIsNamedByARow(RegisterMap map) {
    assertThat(map.model().sources().keySet())
        .isSubsetOf(map.registers().stream().map(Register::source).toList());
  }

  @ParameterizedTest
  @MethodSource("maps")
  void aMetricIsMeasuredInItsOwnUnitAndShownUnderItsOwnLabel(RegisterMap map) {
    for (Metric metric : map.metrics().keySet()) {
      Register register = map.find(metric).orElseThrow();
      assertThat(register.unit()).as("unit of %s", metric).isEqualTo(metric.unit());
      assertThat(register.label()).isEqualTo(metric.label());
    }
  }

  @ParameterizedTest
  @MethodSource("maps")
  void limitsLieInsideTheTypeAndSentinelsDoToo(RegisterMap map) {
    for (Register register : map.registers()) {
      RegisterType type = register.type();
      assertThat(List.of(register.lowest(), register.highest()))
          .as("limits of %s", register.id())
          .allMatch(raw -> raw >= type.lowest() && raw <= type.highest());
      assertThat(register.absent())
          .as("sentinels of %s", register.id())
          .allMatch(raw -> raw >= type.lowest() && raw <= type.highest());
    }
  }

  /** Limits meant for settings would call a resting pump broken. */
  @ParameterizedTest
  @MethodSource("maps")
  void zeroIsBelievableFromEverythingThatIsOnlyRead(RegisterMap map) {
    assertThat(map.registers())
        .filteredOn(register -> !register.isSetting() && !register.source().equals("withheld"))
        .allMatch(register -> register.lowest() <= 0 && register.highest() >= 0);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void inputsAreNotWritable(RegisterMap map) {
    assertThat(map.registers())
        .filteredOn(Register::isSetting)
        .extracting(Register::space)
        .doesNotContain(Space.INPUT, Space.DISCRETE);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void everyRegisterFitsIntoOneRequest(RegisterMap map) {
    Model model = map.model();
    assertThat(map.registers())
        .allMatch(register -> register.end() - register.address() <= model.registersPerRequest())
        .allMatch(
            register ->
                model.readable().isEmpty()
                    || model.readable().stream()
                        .anyMatch(
                            range ->
                                range.covers(
                                    register.space(), register.address(), register.end())));
  }

  @ParameterizedTest
  @MethodSource("maps")
  void readableRangesDoNotShareAnAddress(RegisterMap map) {
    List<AddressRange> ranges = map.model().readable();
    for (AddressRange range : ranges) {
      assertThat(ranges)
          .filteredOn(other -> !other.equals(range) && other.space() == range.space())
          .allMatch(other -> other.last() < range.first() || other.first() > range.last());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"thermia-genesis-inverter", "thermia-genesis-mega"})
  void bitsAreOnOrOffOrACommand(String model) {
    assertThat(Shipped.map(model).registers())
        .filteredOn(register -> register.type() == RegisterType.BIT)
        .extracting(Register::unit)
        .containsOnly(Unit.ON_OFF, Unit.CODE);
  }
}
