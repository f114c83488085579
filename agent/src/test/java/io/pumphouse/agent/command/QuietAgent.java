package io.pumphouse.agent.command;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Export;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.Writes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands on the desk of an agent with one pump, {@code house}, of which nothing is heard. */
final class QuietAgent {
  private QuietAgent() {}

  static Premises premises() {
    return new Premises(
        "Test",
        (_, _, _) -> ExitCode.OK,
        new NoNetwork(),
        () -> new JobAnswer.Refused("nobody", "wait"));
  }

  static final class NoQuestions implements Asking {
    @Override
    public Map<PumpId, RegisterMap> pumps() {
      return switch (new RegisterMaps().find("nibe-f1255")) {
        case Lookup.Found(RegisterMap map) -> Map.of(new PumpId("house"), map);
        case Lookup.Unknown _, Lookup.Faulty _ -> Map.of();
      };
    }

    @Override
    public Answer ask(PumpId pump, List<RegisterId> registers) {
      return new NotAsked("nobody asks", "ask nobody");
    }

    @Override
    public Answer workload(PumpId pump) {
      return new NotAsked("nobody asks", "ask nobody");
    }
  }

  static final class NoWrites implements Writes {
    @Override
    public List<String> offered(PumpId pump) {
      return List.of();
    }

    @Override
    public WriteReport write(WriteOrder order) {
      throw new IllegalStateException("nobody writes here");
    }

    @Override
    public WriteReport resetAlarm(PumpId pump, String who, String why) {
      throw new IllegalStateException("nobody writes here");
    }
  }

  static final class NoAccounts implements LocalAccounts {
    @Override
    public Told claimCode() {
      return new Told.Secret("K7QF-2MXT-9ABD");
    }

    @Override
    public Told newPassword(String user, String by) {
      return user.equals("anna")
          ? new Told.Secret("fresh for " + by)
          : new Told.No("there is no account \"" + user + "\"", "accounts: [anna]");
    }
  }

  /** Nothing to take along. */
  static Transfer noTransfer() {
    return new Transfer(
        Map.of(),
        (_, _, _, _) -> new Export.Prepared.NoSuchMetric("", List.of()),
        (_, _) -> new ImportReport(0, 0, 0, 0, 0, List.of(), List.of(), ""),
        List::of,
        new FakeTime());
  }

  static final class NoReadings implements LiveReadings {
    @Override
    public List<PumpStatus> pumps() {
      return List.of();
    }

    @Override
    public Optional<PumpStatus> pump(PumpId pump) {
      return Optional.empty();
    }

    @Override
    public List<LiveReading> readings(PumpId pump) {
      return List.of();
    }

    @Override
    public Subscription subscribe(Listener listener) {
      return () -> {};
    }
  }

  static final class NoNetwork implements Addresses {
    private static final JobAnswer NO = new JobAnswer.Refused("no network", "plug one in");

    @Override
    public List<String> facts() {
      return List.of("name: test");
    }

    @Override
    public JobAnswer take(Static wanted, String who) {
      return NO;
    }

    @Override
    public JobAnswer ask(String device, String who) {
      return NO;
    }

    @Override
    public JobAnswer confirm(String who) {
      return NO;
    }

    @Override
    public JobAnswer undo(String who) {
      return NO;
    }
  }
}
