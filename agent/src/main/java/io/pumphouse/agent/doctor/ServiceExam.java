package io.pumphouse.agent.doctor;

import io.pumphouse.web.model.Doctor.Sign;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What systemd says of the service.
 *
 * @param ask asks {@code systemctl}
 */
public record ServiceExam(Ask ask) implements Exam {
  private static final String NAME = "service";
  private static final String JOURNAL = "journalctl -u pumphouse -n 100 tells why";

  @Override
  public List<Sign> signs() {
    Map<String, String> unit = new HashMap<>();
    ask.of(List.of("systemctl", "show", "pumphouse.service", "--no-pager"))
        .lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(pair -> unit.put(pair[0], pair[1]));
    return List.of(
        unit.isEmpty()
            ? Sign.well(NAME, "no systemd runs this machine, so nobody restarts the agent")
            : sign(unit));
  }

  private static Sign sign(Map<String, String> unit) {
    String state = value(unit, "ActiveState") + " (" + value(unit, "SubState") + ")";
    if (value(unit, "LoadState").equals("not-found")) {
      return Sign.look(NAME, "pumphouse.service is not installed", "sudo scripts/install");
    }
    return switch (value(unit, "ActiveState")) {
      case "active", "reloading" -> running(unit);
      case "activating" ->
          restarts(unit) > 0
              ? Sign.bad(NAME, state + ", started again " + times(unit) + ", " + end(unit), JOURNAL)
              : Sign.look(NAME, state + ": " + value(unit, "StatusText"), "wait for it");
      case "failed" -> Sign.bad(NAME, state + ", " + end(unit), step(unit));
      default -> Sign.bad(NAME, state, "sudo systemctl start pumphouse");
    };
  }

  private static Sign running(Map<String, String> unit) {
    String since = "runs since " + value(unit, "ExecMainStartTimestamp");
    if (!value(unit, "UnitFileState").equals("enabled")) {
      return Sign.look(
          NAME,
          since + ", but is not started when the machine starts",
          "sudo systemctl enable pumphouse");
    }
    return restarts(unit) == 0
        ? Sign.well(NAME, since)
        : Sign.look(NAME, since + ", started again " + times(unit), JOURNAL);
  }

  /** 78 is a wrong configuration, see sysexits(3). */
  private static String step(Map<String, String> unit) {
    return value(unit, "ExecMainStatus").equals("78")
        ? "pumphouse check-config, then: sudo systemctl start pumphouse"
        : JOURNAL;
  }

  private static String end(Map<String, String> unit) {
    return "last ended by " + value(unit, "Result") + ", status " + value(unit, "ExecMainStatus");
  }

  private static String times(Map<String, String> unit) {
    return restarts(unit) == 1 ? "once" : restarts(unit) + " times";
  }

  private static int restarts(Map<String, String> unit) {
    String count = value(unit, "NRestarts");
    return count.matches("\\d{1,9}") ? Integer.parseInt(count) : 0;
  }

  private static String value(Map<String, String> unit, String key) {
    return unit.getOrDefault(key, "");
  }
}
