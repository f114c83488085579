package io.pumphouse.agent.app;

import io.pumphouse.agent.blackbox.BlackBox;
import io.pumphouse.agent.config.PumpConfig;
import io.pumphouse.agent.insight.StateWatch;
import io.pumphouse.agent.insight.Subject;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.agent.ledger.LinkWatch;
import io.pumphouse.agent.poll.AlarmBoard;
import io.pumphouse.agent.poll.Assignment;
import io.pumphouse.agent.poll.Feed;
import io.pumphouse.agent.poll.Latest;
import io.pumphouse.agent.poll.LineBooks;
import io.pumphouse.agent.poll.Poller;
import io.pumphouse.agent.poll.Pollers;
import io.pumphouse.agent.poll.RegisterBook;
import io.pumphouse.hal.pump.Meter;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.Analysis;
import io.pumphouse.web.model.Diagnostics;
import io.pumphouse.web.model.Doctor;
import io.pumphouse.web.model.Export;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.Insight;
import io.pumphouse.web.model.MachineHealth;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.Storage;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The pumps: their buses, who asks them, and the boards on which stands what they say. Readings
 * leave through one feed.
 */
final class PumpRoom implements AutoCloseable {
  private final List<Bus> buses;
  private final Latest latest;
  private final LineBooks lines;
  private final RegisterBook registers;
  private final AlarmBoard alarms;
  private final BlackBox blackBox;
  private final Feed feed;
  private final Pollers pollers;
  private final Ledger ledger;

  PumpRoom(
      List<PumpConfig> pumps, Map<PumpId, Meter> meters, List<Subject> subjects, Archive archive) {
    TimeSource time = archive.clock();
    this.ledger = archive.ledger();
    this.buses = Bus.of(pumps, meters, time);
    List<Latest.Post> posts = buses.stream().flatMap(bus -> bus.posts().stream()).toList();
    List<Assignment> assignments = posts.stream().map(Latest.Post::assignment).toList();
    this.latest = new Latest(posts, time);
    this.lines = new LineBooks(buses.stream().flatMap(bus -> bus.seats().stream()).toList(), time);
    this.registers = new RegisterBook(assignments, time);
    this.blackBox = new BlackBox(ledger.recordings(), time);
    this.alarms = new AlarmBoard(assignments, new RecordedAlarms(blackBox, ledger.alarms()), time);
    // The black box before the alarms, whose recordings then hold the sample that told of one;
    // the store before the readings, so that what somebody has seen is in the next commit;
    // the alarms before the readings, whose listeners then find both up to date.
    this.feed =
        new Feed(
            List.of(
                blackBox,
                alarms,
                archive.store(),
                latest,
                registers,
                new LinkWatch(ledger, time),
                new StateWatch(subjects, ledger::note)));
    this.pollers =
        new Pollers(
            buses.stream()
                .map(bus -> new Poller(bus.place(), feed, ledger.quarantine(), time, new Random()))
                .toList());
  }

  Latest latest() {
    return latest;
  }

  AlarmBoard alarms() {
    return alarms;
  }

  LineBooks lines() {
    return lines;
  }

  Pollers pollers() {
    return pollers;
  }

  Diagnostics diagnostics(MachineHealth machine, Pins pins, Doctor doctor) {
    return new Diagnostics(lines, registers, lines, machine, pins, doctor);
  }

  Analysis analysis(Insight insight, Export export, Storage storage) {
    return new Analysis(insight, ledger, blackBox, export, storage);
  }

  /** Whether any pump has an alarm, as far as is known. */
  boolean isAlarm() {
    return latest.pumps().stream()
        .anyMatch(pump -> alarms.active(pump.id()).stream().anyMatch(ActiveAlarm::isFault));
  }

  /** {@code 2 buses}. */
  String words() {
    return buses.size() + (buses.size() == 1 ? " bus" : " buses");
  }

  void start() {
    pollers.start();
  }

  /** Goes on with what the ledger remembers, as soon as it can be read. */
  void recall() {
    ledger.quarantine().recall(pollers::recall);
    ledger.alarms().recall(alarms::recall);
  }

  Stream<Check> checks() {
    return Stream.of(
            latest.checks(), alarms.checks(), lines.checks(), pollers.checks(), feed.checks())
        .flatMap(List::stream);
  }

  @Override
  public void close() {
    pollers.close();
    buses.forEach(Bus::close);
  }
}
