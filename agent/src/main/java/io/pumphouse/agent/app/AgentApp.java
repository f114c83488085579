package io.pumphouse.agent.app;

import io.pumphouse.agent.access.Porter;
import io.pumphouse.agent.backup.JobRoom;
import io.pumphouse.agent.board.BoardRoom;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.Desk;
import io.pumphouse.agent.command.Premises;
import io.pumphouse.agent.command.Transfer;
import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.PumpConfig;
import io.pumphouse.agent.health.HealthBoard;
import io.pumphouse.agent.health.KeptOpen;
import io.pumphouse.agent.health.MachineWatch;
import io.pumphouse.agent.health.Whereabouts;
import io.pumphouse.agent.insight.Analyst;
import io.pumphouse.agent.insight.Subject;
import io.pumphouse.agent.ledger.BoardWatch;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.agent.log.LogBook;
import io.pumphouse.agent.publish.PublishRoom;
import io.pumphouse.agent.setting.SettingsRoom;
import io.pumphouse.agent.setting.SettingsShelf;
import io.pumphouse.agent.transfer.Ferry;
import io.pumphouse.agent.write.Guard;
import io.pumphouse.agent.write.Permit;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.WebServer;
import io.pumphouse.web.model.Appliance;
import io.pumphouse.web.model.Days;
import io.pumphouse.web.model.Doctor;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.House;
import io.pumphouse.web.model.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The agent: every room constructed once, started in order, closed in reverse. The bus comes first,
 * because some pumps raise an alarm when nobody asks them; nothing that fails to start after it can
 * stop it.
 */
public final class AgentApp implements AutoCloseable {
  /** Enough to find how the agent ended before. */
  private static final int EVENTS = 500;

  private final SettingsShelf settings;
  private final LogBook log;
  private final Archive archive;
  private final BoardRoom board;
  private final Health health;
  private final PumpRoom pumps;
  private final MachineWatch watch;
  private final Porter porter;
  private final JobRoom jobs;
  private final PublishRoom publish;
  private final WebServer web;
  private final KeptOpen webOpen;
  private final Oversight oversight;
  private final Counter counter;
  private final HeapSweep sweep =
      new HeapSweep(Duration.ofMinutes(1), Duration.ofMinutes(10), System::gc);

  /**
   * An agent that does nothing yet.
   *
   * @param config what to do
   * @param file where that was read; a file that is not there for what was made up
   * @param data where to keep things
   */
  public AgentApp(Config config, Path file, Path data, Machine machine) {
    List<Subject> subjects =
        config.pumps().stream()
            .map(pump -> new Subject(pump.id(), pump.map(), pump.energy()))
            .toList();
    this.settings = new SettingsShelf(data, config);
    this.archive = new Archive(config, settings, data, machine);
    this.log =
        new LogBook(
            data.resolve(Whereabouts.LOG),
            data.resolve(JobRoom.LOGS),
            settings.get().logBudget(),
            archive.clock());
    Ledger ledger = archive.ledger();
    TimeSource time = archive.clock();
    this.board =
        new BoardRoom(
            config.gpio(),
            () -> machine.boards().apply(time),
            ledger.pulses(),
            new BoardWatch(ledger, time),
            time);
    this.pumps = new PumpRoom(config.pumps(), board.meters(), subjects, archive);
    this.watch = new MachineWatch(data, new Days(config.site().zone()), ledger.wear(), time);
    this.porter = new Porter(data.resolve("access.yaml"), ledger.sessions(), ledger::note, time);
    this.jobs = archive.jobs(config.site().zone());
    Guard writes = new Guard(permits(config.pumps()), pumps.pollers(), ledger::note, time);
    this.publish =
        new PublishRoom(
            config.publish(),
            Alone.maps(config),
            pumps.latest(),
            writes,
            archive.store(),
            CommandTable.version(),
            archive.clock());
    this.health =
        new HealthBoard(
            pumps.pollers()::isPolling,
            List.of(
                () -> pumps.checks().toList(),
                board::checks,
                archive::checks,
                publish::checks,
                this::checks,
                watch::checks,
                this::supervision));
    Site site = new Site(config.site().name(), config.site().zone(), () -> settings.get().tariff());
    Transfer transfer = Ferry.of(Alone.maps(config), archive.store(), time);
    Doctor doctor =
        new Consulting.OnCall(
            new Consulting(file, data, time),
            health,
            () -> ledger.latest(EVENTS).stream().map(Event::happening).toList(),
            config.pumps().stream().map(pump -> pump.id().name()).toList(),
            this::said);
    this.web =
        new WebServer(
            FrontDoor.of(config.web(), config.publish().areMetricsOpen(), data),
            new House(
                site,
                pumps.latest(),
                pumps.alarms(),
                archive.store().recollection(),
                health,
                pumps.diagnostics(watch, board, doctor),
                pumps.analysis(
                    new Analyst(subjects, archive.store().recollection(), site, archive.clock()),
                    transfer.out(),
                    archive.storage()),
                writes,
                jobs,
                new Appliance(
                    new SettingsRoom(settings, ledger::note, time),
                    log,
                    new Whereabouts(
                        List.of(file), data, data.resolve(Shell.SOCKET), CommandTable.version()))),
            porter.access(),
            time,
            CommandTable.version());
    this.oversight = new Oversight(machine, config.web(), web, pumps, archive, health, time);
    this.webOpen = new KeptOpen("dashboard", oversight::openWeb);
    this.counter =
        new Counter(
            config,
            porter.access(),
            ledger::note,
            time,
            data,
            machine.restarting(),
            premises -> desk(writes, transfer, premises, doctor));
  }

  private Desk desk(Guard writes, Transfer transfer, Premises premises, Doctor doctor) {
    return new Desk(
        pumps.latest(),
        pumps.alarms(),
        health,
        pumps.pollers(),
        writes,
        pumps.lines(),
        pumps.lines(),
        porter,
        transfer,
        jobs,
        board,
        premises,
        Rendering.asJson(health, pumps),
        doctor,
        log);
  }

  private String said(List<String> typed) {
    return counter.said(typed);
  }

  private static Map<PumpId, Permit> permits(List<PumpConfig> pumps) {
    return pumps.stream()
        .collect(Collectors.toMap(PumpConfig::id, pump -> new Permit(pump.map(), pump.writes())));
  }

  /**
   * Starts everything that can start now, the bus first; the rest goes on trying. Returns how the
   * dashboard fared.
   */
  public Check start() {
    oversight.start();
    pumps.start();
    log.open();
    archive.restore(); // settings may come back with it
    settings.open();
    settings.follow(now -> log.keepTo(now.logLevel(), now.logBudget()));
    archive.start();
    board.start(() -> health.report().isWell(), pumps::isAlarm);
    pumps.recall();
    watch.start();
    porter.open();
    jobs.start();
    publish.start();
    Check dashboard = webOpen.start();
    counter.open();
    sweep.start();
    return dashboard;
  }

  private List<Check> checks() {
    return Stream.concat(
            Stream.of(settings.check(), log.check(), porter.check(), jobs.check(), webOpen.check()),
            counter.checks())
        .toList();
  }

  private List<Check> supervision() {
    return oversight.checks();
  }

  @Override
  public void close() {
    oversight.close();
    sweep.close();
    counter.close();
    webOpen.close();
    web.close();
    pumps.close();
    board.close();
    publish.close();
    jobs.close();
    watch.close();
    archive.close();
    log.close();
  }
}
