package io.pumphouse.agent.app;

import io.pumphouse.agent.config.TlsConfig;
import io.pumphouse.agent.config.WebConfig;
import io.pumphouse.agent.health.Knock;
import io.pumphouse.agent.health.Lifeline;
import io.pumphouse.agent.health.SelfProbe;
import io.pumphouse.agent.health.ServiceNotice;
import io.pumphouse.agent.health.StatusLine;
import io.pumphouse.agent.health.Watchdog;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.Start;
import io.pumphouse.web.WebServer;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.Health.Check;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What systemd is told, and what has to move for that: poll loops, writers, dashboard. */
final class Oversight implements AutoCloseable {
  /** A slow answer is one; two of these and a pause fit into what systemd has patience for. */
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(12);

  private final WebServer web;
  private final WebConfig config;
  private final SelfProbe probe;
  private final Watchdog watchdog;

  Oversight(
      Machine machine,
      WebConfig config,
      WebServer web,
      PumpRoom pumps,
      Archive archive,
      Health health,
      TimeSource time) {
    this.web = web;
    this.config = config;
    Knock knock = new Knock(!(config.tls() instanceof TlsConfig.Off), ANSWER_WITHIN);
    this.probe = new SelfProbe(at -> web.isFull() || knock.test(at), time);
    List<Lifeline> lifelines = new ArrayList<>(pumps.pollers().lifelines());
    lifelines.addAll(archive.lifelines());
    lifelines.add(probe);
    this.watchdog =
        new Watchdog(
            new ServiceNotice(machine.notifySocket()),
            machine.signOfLife(),
            lifelines,
            () -> StatusLine.of(pumps.words(), health.report()),
            time);
  }

  /** From now on a start that takes long is one that goes on. */
  void start() {
    watchdog.start();
  }

  List<Check> checks() {
    return watchdog.checks();
  }

  /** Makes sure that the dashboard is open, and says how it is. */
  Check openWeb() {
    return switch (web.start()) {
      case Start.Started(int port) -> {
        probe.opened(new InetSocketAddress(config.listen().host(), port));
        yield Check.well("dashboard", config.address(port));
      }
      case Start.Failed(var cause, var next) -> {
        probe.shut();
        yield Check.degraded("dashboard", cause, next);
      }
    };
  }

  @Override
  public void close() {
    watchdog.close();
  }
}
