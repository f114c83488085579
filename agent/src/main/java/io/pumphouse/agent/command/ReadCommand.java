package io.pumphouse.agent.command;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code read}: asks a pump now and shows everything about the answer. */
@Command(
    name = "read",
    description = "Asks a pump for registers now: raw words, value, state, source.")
public final class ReadCommand implements AgentVerb {
  @Parameters(index = "0", paramLabel = "PUMP", description = "The pump's id in the configuration.")
  private String pump = "";

  @Parameters(
      index = "1..*",
      paramLabel = "METRIC|REGISTER",
      description = "outdoor_temp, 30002, register:30002 …; all metrics if none is given.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--plan",
      description =
          "Asks nothing: prints the requests that asking on time takes, and what they take of the"
              + " line. Reckons with the turnaround that the running agent has measured; with"
              + " 50 ms before the first answer.")
  private boolean isPlan;

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "/etc/pumphouse/pumphouse.yaml",
      description =
          "Where the pumps are described, for when no agent runs (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("");

  /** The configuration to use when no agent runs. */
  public Path config() {
    return config;
  }

  @Override
  public int run(Desk desk, Terminal terminal) {
    return ask(desk.pumps(), terminal);
  }

  /** The same, whoever carries the question. */
  public int ask(Asking pumps, Terminal terminal) {
    for (Map.Entry<PumpId, RegisterMap> each : pumps.pumps().entrySet()) {
      if (each.getKey().name().equals(pump)) {
        return isPlan
            ? plan(pumps, each.getKey(), each.getValue(), terminal)
            : read(pumps, each.getKey(), each.getValue(), terminal);
      }
    }
    return terminal.fail(
        "there is no pump \"" + pump + "\"", "known pumps: " + pumps.pumps().keySet());
  }

  private int read(Asking pumps, PumpId id, RegisterMap map, Terminal terminal) {
    List<RegisterId> wanted = new ArrayList<>();
    for (String name : names) {
      Optional<Register> register = map.named(name);
      if (register.isEmpty()) {
        return terminal.fail(
            map.model().id() + " has no metric or register \"" + name + "\"",
            "its metrics: " + map.metrics().keySet().stream().map(Metric::key).toList());
      }
      wanted.add(register.get().id());
    }
    if (names.isEmpty()) {
      wanted.addAll(map.metrics().values());
    }
    return print(pumps.ask(id, wanted), map, terminal);
  }

  private int plan(Asking pumps, PumpId id, RegisterMap map, Terminal terminal) {
    return names.isEmpty()
        ? print(pumps.workload(id), map, terminal)
        : terminal.fail(
            "--plan takes no registers", "it prints what is asked on time: read " + id + " --plan");
  }

  private int print(Asking.Answer answer, RegisterMap map, Terminal terminal) {
    return switch (answer) {
      case Asking.Asked(var samples, var next) -> {
        int code = print(map, samples, terminal);
        advise(samples, next, terminal);
        yield code;
      }
      case Asking.Planned(var workload) -> {
        List<String> lines = isJson ? List.of(PlanJson.of(workload)) : PlanSheet.lines(workload);
        lines.forEach(terminal.out()::println);
        yield ExitCode.OK;
      }
      case Asking.NotAsked(var cause, var next) -> terminal.fail(cause, next);
    };
  }

  /** A register that is refused or implausible needs no look at the wires. */
  private static void advise(List<Sample> samples, String next, Terminal terminal) {
    for (Sample sample : samples) {
      if (!next.isEmpty() && sample instanceof Invalid(_, _, Fault fault) && isOfTheLine(fault)) {
        terminal.fail(fault.words(), next);
        return;
      }
    }
  }

  private static boolean isOfTheLine(Fault fault) {
    return switch (fault) {
      case Fault.NoAnswer _, Fault.Garbled _, Fault.Late _, Fault.Foreign _, Fault.LineDown _ ->
          true;
      case Fault.Refused _, Fault.Implausible _, Fault.Unmentioned _, Fault.Quarantined _ -> false;
    };
  }

  private int print(RegisterMap map, List<Sample> samples, Terminal terminal) {
    if (isJson) {
      terminal.out().println(ReadJson.of(map, samples));
    } else {
      terminal.print(table(map, samples));
    }
    return samples.stream().anyMatch(Invalid.class::isInstance) ? ExitCode.FAILED : ExitCode.OK;
  }

  private static Table table(RegisterMap map, List<Sample> samples) {
    Table table = new Table("REGISTER", "NAME", "WORDS", "VALUE", "STATE", "SOURCE");
    for (Sample sample : samples) {
      Register register = map.find(sample.register()).orElseThrow();
      table.row(
          register.id().name(),
          map.nameOf(register.id()),
          words(map, register, sample),
          Spoken.value(register, sample, meaning(map, sample)),
          Spoken.state(sample),
          register.source());
    }
    return table;
  }

  private static String meaning(RegisterMap map, Sample sample) {
    return sample instanceof Reading(RegisterId id, _, long raw) ? map.meaningOf(id, raw) : "";
  }

  private static String words(RegisterMap map, Register register, Sample sample) {
    List<String> words = WireWords.of(map, register, sample);
    return switch (sample) {
      case Reading _ when words.isEmpty() -> "see trace";
      case Reading _, Invalid _ -> words.isEmpty() ? "-" : String.join(" ", words);
      case Missing _ -> "no sensor";
    };
  }
}
