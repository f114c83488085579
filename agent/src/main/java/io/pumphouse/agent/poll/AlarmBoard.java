package io.pumphouse.agent.poll;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.PastAlarm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which alarms are active on every pump, from the registers that say so now. Thread-safe; offering
 * never waits for long.
 */
public final class AlarmBoard implements Alarms, Subscriber {
  private final AlarmMemory memory;
  private final Map<PumpId, AlarmPage> pages = new LinkedHashMap<>();

  /**
   * A board of these pumps, of which nothing is known yet.
   *
   * @param memory told of every alarm that comes or goes
   */
  public AlarmBoard(List<Assignment> assignments, AlarmMemory memory, TimeSource time) {
    this.memory = memory;
    assignments.forEach(each -> pages.put(each.id(), new AlarmPage(each, memory, time)));
  }

  /** Goes on with the alarms that were active when the agent last looked. */
  public void recall(List<AlarmMemory.Remembered> all) {
    pages.forEach(
        (pump, page) ->
            page.recall(
                all.stream()
                    .filter(each -> each.pump().equals(pump))
                    .map(AlarmMemory.Remembered::alarm)
                    .toList()));
  }

  @Override
  public void offer(Batch batch) {
    page(batch.pump()).ifPresent(page -> page.note(batch));
  }

  @Override
  public Optional<AlarmReport> alarms(PumpId pump) {
    return page(pump).map(AlarmPage::report);
  }

  @Override
  public List<PastAlarm> past(PumpId pump) {
    return memory.past(pump);
  }

  @Override
  public List<ActiveAlarm> active(PumpId pump) {
    return page(pump).map(AlarmPage::active).orElse(List.of());
  }

  private Optional<AlarmPage> page(PumpId pump) {
    return Optional.ofNullable(pages.get(pump));
  }

  /** One line of the health board per pump. */
  public List<Check> checks() {
    return pages.values().stream().map(page -> check(page.report(), page.canReset())).toList();
  }

  private static Check check(AlarmReport report, boolean canReset) {
    String name = "alarms of " + report.pump();
    if (!report.faults().isEmpty()) {
      return Check.degraded(
          name,
          words(report.faults()),
          "look it up in the pump's manual; when its cause is gone, reset it at the pump"
              + (canReset ? " or with: pumphouse alarm-reset " + report.pump() : ""));
    }
    return Check.well(
        name,
        switch (report.state()) {
          case ACTIVE -> "no alarm; " + words(report.active());
          case NONE -> "no alarm";
          case UNKNOWN -> "not known: " + report.why();
        });
  }

  private static String words(List<ActiveAlarm> alarms) {
    return alarms.stream().map(ActiveAlarm::words).collect(Collectors.joining(", "));
  }
}
