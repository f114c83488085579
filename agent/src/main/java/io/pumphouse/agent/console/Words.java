package io.pumphouse.agent.console;

import io.pumphouse.agent.command.AgentVerb;
import io.pumphouse.agent.command.Desk;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.SgReady;
import io.pumphouse.web.model.StoredBackup;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What may stand at the next place of a command: verbs, options, and the names of things here. */
final class Words implements Completer {
  private static final List<String> INHERITED = List.of("--data", "--version");
  private static final List<String> OWN = List.of("help", "exit");

  private final CommandSpec verbs;
  private final Desk desk;

  Words(CommandSpec verbs, Desk desk) {
    this.verbs = verbs;
    this.desk = desk;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    candidates(line.words().subList(0, line.wordIndex()), line.word())
        .distinct()
        .forEach(word -> candidates.add(new Candidate(word)));
  }

  /** Those that may follow these words; whoever asks takes what fits. */
  Stream<String> candidates(List<String> before, String word) {
    CommandSpec spec = verbs;
    int place = 0;
    for (String each : before) {
      CommandLine deeper = spec.subcommands().get(each);
      if (deeper != null && place == 0) {
        spec = deeper.getCommandSpec();
      } else if (!each.startsWith("-") && !(spec.equals(verbs) && OWN.contains(each))) {
        place++;
      }
    }
    if (word.startsWith("-")) {
      return options(spec);
    }
    Stream<String> own = before.isEmpty() ? OWN.stream() : Stream.of();
    Stream<String> deeper = place == 0 ? names(spec) : Stream.of();
    return Stream.concat(Stream.concat(own, deeper), values(spec, place, before));
  }

  /** The verbs that a console can do. */
  static Stream<String> names(CommandSpec spec) {
    return spec.subcommands().entrySet().stream()
        .filter(each -> isForConsoles(each.getValue().getCommandSpec()))
        .map(each -> each.getKey());
  }

  private static boolean isForConsoles(CommandSpec spec) {
    return !(spec.userObject() instanceof AgentVerb verb && verb.input().isPresent());
  }

  private static Stream<String> options(CommandSpec spec) {
    return spec.options().stream()
        .filter(option -> !option.hidden())
        .map(OptionSpec::longestName)
        .filter(name -> !INHERITED.contains(name));
  }

  private Stream<String> values(CommandSpec spec, int place, List<String> before) {
    return spec.positionalParameters().stream()
        .filter(parameter -> parameter.index().contains(place))
        .map(PositionalParamSpec::paramLabel)
        .flatMap(label -> values(spec.name(), label, before));
  }

  private Stream<String> values(String verb, String label, List<String> before) {
    return switch (label) {
      case "PUMP" -> desk.pumps().pumps().keySet().stream().map(PumpId::name);
      case "METRIC|REGISTER" -> metrics(before);
      case "JOB" -> desk.backups().jobs().list().stream().map(card -> card.job().id());
      case "STATE" ->
          Arrays.stream(SgReady.values()).map(state -> state.name().toLowerCase(Locale.ROOT));
      case "NAME" ->
          switch (verb) {
            case "verify", "delete", "restore" -> backups();
            case "eject" -> desk.backups().media().media().stream().map(Medium::id);
            default -> Stream.of();
          };
      default -> Stream.of();
    };
  }

  private Stream<String> metrics(List<String> before) {
    return desk.pumps().pumps().keySet().stream()
        .filter(pump -> before.contains(pump.name()))
        .flatMap(pump -> desk.live().readings(pump).stream())
        .map(LiveReading::name);
  }

  private Stream<String> backups() {
    return desk.backups().media().media().stream()
        .flatMap(medium -> medium.backups().stream())
        .map(StoredBackup::id);
  }
}
