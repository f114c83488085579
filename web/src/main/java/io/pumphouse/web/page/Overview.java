package io.pumphouse.web.page;

import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.LiveReadings;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything the first page shows about the pumps. Public because compiled templates live in a
 * package of their own.
 *
 * @param sections one per pump, in the order of the configuration
 */
public record Overview(List<Section> sections) {
  public Overview {
    sections = List.copyOf(sections);
  }

  static Overview of(LiveReadings live, Alarms alarms) {
    return new Overview(
        live.pumps().stream()
            .map(pump -> Section.of(pump, alarms.active(pump.id()), live.readings(pump.id())))
            .toList());
  }

  /** How old the newest answer of any pump is, and how many pumps are silent meanwhile. */
  public String freshness() {
    String newest = ages().min(Duration::compareTo).map(Age::exact).orElse("");
    String data = newest.isEmpty() ? "no data yet" : "data " + newest + " old";
    return silent() == 0 ? data : data + " · " + silent() + " not answering";
  }

  private long silent() {
    return sections.stream()
        .map(section -> section.pump().link())
        .filter(link -> link == LinkState.SILENT || link == LinkState.DOWN)
        .count();
  }

  private Stream<Duration> ages() {
    return sections.stream()
        .map(section -> section.pump().lastAnswer())
        .filter(LastAnswer.At.class::isInstance)
        .map(answer -> ((LastAnswer.At) answer).age());
  }
}
