package io.pumphouse.hal.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.RegisterId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What would harm a pump is written to none, whatever a map says else. */
class HarmfulRegistersTest {
  @ParameterizedTest
  @CsvSource({
    "nibe-s1255, 40096",
    "nibe-s1255, 40128",
    "nibe-s1256, 42744",
    "nibe-s1256, 45001",
    "nibe-s735, 40089",
    "nibe-s735, 40090",
    "nibe-s735, 45009",
    "nibe-f1255, 47104",
    "nibe-f1245, 47138",
    "nibe-f750, 47276"
  })
  void dangerousRegistersAreNeverWritten(String model, String id) {
    assertThat(Shipped.map(model).model().neverWrite()).contains(new RegisterId(id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nibe-s1255", "nibe-s1256", "nibe-s735"})
  void nothingThatHarmsAnSPumpIsEverWritten(String model) {
    List<RegisterId> harmful =
        Stream.of(
                IntStream.of(40089, 40090, 40096, 45001, 45009, 45010),
                IntStream.rangeClosed(40121, 40135),
                IntStream.rangeClosed(42741, 42744))
            .flatMapToInt(ids -> ids)
            .mapToObj(id -> new RegisterId(String.valueOf(id)))
            .filter(id -> Shipped.map(model).find(id).isPresent())
            .toList();
    assertThat(harmful).hasSizeGreaterThan(5);
    assertThat(Shipped.map(model).model().neverWrite()).containsAll(harmful);
  }
}
