package io.pumphouse.agent.ledger;

import io.pumphouse.agent.poll.AlarmListener;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes when an alarm comes and when it is over: each change once. Thread-safe. */
public final class AlarmWatch implements AlarmListener {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);

  private final Ledger ledger;
  private final TimeSource time;

  public AlarmWatch(Ledger ledger, TimeSource time) {
    this.ledger = ledger;
    this.time = time;
  }

  @Override
  public void appeared(PumpId pump, ActiveAlarm alarm) {
    String words =
        switch (alarm.since()) {
          case Since.At _ -> alarm.words();
          case Since.BeforeStart _ -> alarm.words() + "; it was there before the agent started";
        };
    note(Event.Kind.ALARM_ON, pump, words);
  }

  @Override
  public void cleared(PumpId pump, ActiveAlarm alarm) {
    String after =
        switch (alarm.since()) {
          case Since.At(_, var age) -> "; over after " + age.toSeconds() + " s";
          case Since.BeforeStart _ -> "; over";
        };
    note(Event.Kind.ALARM_OFF, pump, alarm.words() + after);
  }

  private void note(Event.Kind kind, PumpId pump, String text) {
    LOG.info("{} {}: {}", kind.word(), pump, text);
    ledger.note(new Event(time.now(), kind, pump.name(), text));
  }
}
