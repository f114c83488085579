package io.pumphouse.agent.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.command.ImportReport;
import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as InfluxDB writes them of the predecessor's measurement. */
final class PredecessorTest {
  private static final String H1 = "husdata-h1-thermia";
  private static final String S1255 = "nibe-s1255";

  @TempDir private Path folder;

  @Test
  void lineProtocolIsTakenByRegisterId() {
    assertThat(
            taken(
                H1,
                """
                # DML
                # CONTEXT-DATABASE: heatpump
                heatpump,name=outdoor_temp,register_id=0007,type=temperature,unit=°C value=-3.4 1767225600000000000
                heatpump,name=outdoor_temp,register_id=0007,type=temperature,unit=°C value=2i 1767225630000000000
                """))
        .containsExactly("0007 -34 2026-01-01T00:00:00Z", "0007 20 2026-01-01T00:00:30Z");
  }

  @Test
  void onAnotherModelTheNameTellsTheRegister() {
    assertThat(
            taken(
                S1255,
                "heatpump,name=radiator_return,register_id=0001,unit=°C value=31.5 1767225600000000000\n"))
        .containsExactly(id(S1255, Metric.RETURN_TEMP) + " 315 2026-01-01T00:00:00Z");
  }

  @Test
  void csvOfTheFirstInfluxRepeatsItsHead() {
    assertThat(
            taken(
                H1,
                """
                name,time,name,register_id,type,unit,value
                heatpump,1767225600000000000,outdoor_temp,0007,temperature,°C,1.5
                name,time,name,register_id,type,unit,value
                heatpump,2026-01-01T00:00:30Z,outdoor_temp,0007,temperature,°C,1.6
                """))
        .containsExactly("0007 15 2026-01-01T00:00:00Z", "0007 16 2026-01-01T00:00:30Z");
  }

  @Test
  void csvWithTagsInOneColumn() {
    assertThat(
            taken(
                H1,
                """
                name,tags,time,value
                heatpump,"name=outdoor_temp,register_id=0007,unit=°C",1767225600,1.5
                """))
        .containsExactly("0007 15 2026-01-01T00:00:00Z");
  }

  @Test
  void annotatedCsvOfTheSecondInflux() {
    assertThat(
            taken(
                H1,
                """
                #group,false,false,true
                #datatype,string,long,dateTime:RFC3339
                ,result,table,_time,_value,_field,_measurement,name,register_id,type,unit
                ,,0,2026-01-01T00:00:00Z,1.5,value,heatpump,outdoor_temp,0007,temperature,°C

                ,result,table,_value,_time,register_id
                ,,1,21.5,2026-01-01T00:00:00Z,0008
                """))
        .containsExactlyInAnyOrder("0007 15 2026-01-01T00:00:00Z", "0008 215 2026-01-01T00:00:00Z");
  }

  @Test
  void aDecimalCommaIsTakenBetweenSemicolonsOnly() {
    assertThat(taken(H1, "time;register;value\n2026-01-01T00:00:00Z;0007;1,5\n"))
        .containsExactly("0007 15 2026-01-01T00:00:00Z");
    try (Cellar cellar = new Cellar(folder, H1)) {
      assertThat(cellar.take("time,register,value\n2026-01-01T00:00:00Z,0007,\"1,6\"\n").first())
          .singleElement()
          .asString()
          .contains("line 2: value \"1,6\": a decimal comma");
    }
  }

  @Test
  void everyLineThatCannotBeUsedIsCountedAndTheFirstTenAreShown() {
    String bad =
        """
        time,register,metric,value,unit
        yesterday,0007,,1.5,
        1970-01-01T00:00:00Z,0007,,1.5,
        2030-01-01T00:00:00Z,0007,,1.5,
        2026-01-01T00:00:00Z,9999,nonsense,1.5,
        2026-01-01T00:00:00Z,0007,,warm,
        2026-01-01T00:00:00Z,0007,,1.5,bar
        2026-01-01T00:00:00Z,0007,,9000,°C
        """
            + "2026-01-01T00:00:00Z,0007,,x,\n".repeat(20);
    try (Cellar cellar = new Cellar(folder, H1)) {
      ImportReport report = cellar.take(bad);
      assertThat(report.refused()).isEqualTo(27);
      assertThat(report.first()).hasSize(10);
      assertThat(report.first().getFirst()).startsWith("line 2: \"yesterday\" is no time");
      assertThat(report.first().get(5)).contains("unit \"bar\" does not fit 0007");
      assertThat(report.stored()).isZero();
    }
  }

  @Test
  void unitsAreConvertedWhereThatIsKnown() {
    RegisterId power = id(S1255, Metric.COMPRESSOR_POWER);
    try (Cellar cellar = new Cellar(folder, S1255)) {
      String unit = cellar.map.find(power).orElseThrow().unit().symbol();
      String kilo = unit.equals("W") ? "1.5,kW" : "1500,W";
      cellar.take("time,register,value,unit\n2026-01-01T00:00:00Z," + power + "," + kilo + "\n");
      assertThat(cellar.all())
          .map(sample -> cellar.map.find(power).orElseThrow().decimal(((Reading) sample).raw()))
          .singleElement()
          .satisfies(
              value -> assertThat(value.doubleValue()).isEqualTo(unit.equals("W") ? 1_500.0 : 1.5));
    }
  }

  @Test
  void seriesAfterSeriesIsTakenWhole() {
    String series =
        IntStream.range(0, 30_000)
            .mapToObj(i -> line("0007", i) + line("0008", i))
            .sorted()
            .collect(Collectors.joining());
    try (Cellar cellar = new Cellar(folder, H1)) {
      assertThat(cellar.take(series).stored()).isEqualTo(60_000);
      assertThat(cellar.take(series).known()).isEqualTo(60_000);
    }
  }

  /** Raw readings of years ago are let go of once they are rolled up; what they say stays. */
  @Test
  void yearsAgoIsRolledUpAndNotTakenAgain() {
    StoreConfig config = new StoreConfig(Duration.ofSeconds(30));
    Instant longAgo = Instant.parse("2024-03-01T00:00:00Z");
    String lines =
        IntStream.range(0, 480)
            .mapToObj(
                i ->
                    "heatpump,register_id=0007 value=4.5 %d\n"
                        .formatted(longAgo.plusSeconds(30L * i).getEpochSecond()))
            .collect(Collectors.joining());
    try (Cellar cellar = new Cellar(folder, H1, config)) {
      assertThat(cellar.take(lines).stored()).isEqualTo(480);
      cellar.store.upkeep();
      assertThat(cellar.all()).isEmpty();
      assertThat(cellar.take(lines).known()).isEqualTo(480);
      var curve =
          cellar
              .store
              .recollection()
              .curves(
                  Cellar.HOUSE,
                  Set.of(new RegisterId("0007")),
                  new Span(longAgo, longAgo.plus(Duration.ofHours(4))),
                  4)
              .byRegister();
      assertThat(curve.values())
          .singleElement()
          .satisfies(it -> assertThat(it.stretches()).hasSize(4));
    }
  }

  private static String line(String register, int minute) {
    return "heatpump,register_id=%s value=1.5 %d\n"
        .formatted(register, 1_766_000_000_000L + 60_000L * minute);
  }

  private List<String> taken(String model, String text) {
    try (Cellar cellar = new Cellar(folder, model)) {
      assertThat(cellar.take(text).first()).isEmpty();
      return cellar.all().stream()
          .map(
              sample ->
                  sample instanceof Reading(RegisterId register, var at, long raw)
                      ? register + " " + raw + " " + at.wall()
                      : sample.toString())
          .toList();
    }
  }

  private RegisterId id(String model, Metric metric) {
    try (Cellar cellar = new Cellar(folder.resolve("none"), model)) {
      return cellar.map.find(metric).orElseThrow().id();
    }
  }
}
