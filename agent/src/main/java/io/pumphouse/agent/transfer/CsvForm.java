package io.pumphouse.agent.transfer;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Sample;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Comma-separated values with a head line (RFC 4180, but for the bare line feed). */
record CsvForm(PumpId pump, RegisterMap map) implements Form {
  @Override
  public String head() {
    return "time,pump,metric,register,value,unit,state,reason,raw\n";
  }

  @Override
  public String line(Sample sample) {
    Columns columns = Columns.of(pump, map, sample);
    return Stream.of(
            columns.time(),
            columns.pump(),
            columns.metric(),
            columns.register(),
            columns.value(),
            columns.unit(),
            columns.state(),
            columns.reason(),
            columns.raw())
        .map(CsvForm::quoted)
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String cell) {
    boolean isPlain = cell.chars().noneMatch(each -> each == ',' || each == '"' || each < ' ');
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
