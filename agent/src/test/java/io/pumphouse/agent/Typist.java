package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.MissingParameterException;

/** Types what a document says, with this house's own names where the document has made-up ones. */
final class Typist implements AutoCloseable {
  private static final String OWN_FILE = "(?<![\\w/.-])([\\w-]+\\.(csv|ndjson|lp|zip))\\b";

  /** As the predecessor stored it: an outdoor temperature on a day in 2020. */
  private static final String OLD =
      "heatpump,register_id=30002,name=outdoor_temp,type=temperature,unit=°C value=1.5"
          + " 1577880000000000000\n";

  private final Trial trial;
  private final Path folder;
  private final Map<String, String> names;

  private Typist(Trial trial, Path folder, Map<String, String> names) {
    this.trial = trial;
    this.folder = folder;
    this.names = names;
  }

  static Typist at(Path folder) throws IOException, InterruptedException {
    Trial trial = new Trial(folder);
    String dashboard = trial.start().replaceAll("/$", "");
    Path stick = folder.resolve("stick");
    Files.writeString(folder.resolve("old.lp"), OLD);
    Files.writeString(folder.resolve("heatpump.lp"), OLD);
    Map<String, String> names =
        Map.of(
            "http://192.0.2.5:8080",
            dashboard,
            "ph_…",
            trial.token(dashboard),
            "192.0.2.10",
            trial.stranger(),
            "destination=/media/stick/pumphouse",
            "same-disk=yes destination=" + stick,
            " /media/stick/pumphouse",
            " " + stick);
    return new Typist(trial, folder, names);
  }

  /** Tries the line; it must end well. */
  void type(TypedLine line) throws IOException, InterruptedException {
    TypedLine here = new TypedLine(line.place(), own(line.text()));
    List<String> words = here.words();
    if (here.isOurs()) {
      order(here, words.subList(1, words.size()));
    } else {
      assertThat(words.getFirst())
          .as("%s: no way to try this, and no excuse", line)
          .isEqualTo("curl");
      shell(here.text().replaceFirst("curl ", "curl -sS --fail-with-body --max-time 20 "));
    }
  }

  private void order(TypedLine line, List<String> words) throws IOException, InterruptedException {
    Trial.Outcome outcome = trial.type(words);
    // The doctor's code says how the patient is.
    int worst = words.getFirst().equals("doctor") ? 2 : 0;
    assertThat(outcome.code()).as("%s%n%s", line, outcome.said()).isBetween(0, worst);
    assertThat(outcome.said()).as(line.toString()).isNotBlank();
    if (!line.target().isEmpty()) {
      Files.writeString(Path.of(line.target()), outcome.said());
    }
    if (String.join(" ", words).startsWith("jobs start ")) {
      trial.await(List.of("jobs", "show", words.get(2)), "succeeded");
    }
  }

  private String own(String text) {
    String ours = text.replaceAll(OWN_FILE, folder + "/$1");
    for (Map.Entry<String, String> name : names.entrySet()) {
      ours = ours.replace(name.getKey(), name.getValue());
    }
    return ours;
  }

  /** Looks whether the line could be tried: a shell reads it, and what it calls is there. */
  void look(TypedLine line) throws IOException, InterruptedException {
    run(List.of("bash", "-n", "-c", line.text()));
    List<String> words = line.words();
    if (line.isOurs()) {
      trial.verb(words.subList(1, words.size()));
    } else if (words.getFirst().startsWith("scripts/")) {
      Path script = Book.TOP.resolve(words.getFirst());
      assertThat(script).isExecutable();
      run(List.of("sh", "-n", words.getFirst()));
    }
  }

  /** Looks whether there is such a command; in a sentence it may be a name, with nothing after. */
  void name(List<String> words) {
    try {
      trial.verb(words);
    } catch (MissingParameterException _) {
      assertThat(words).as("a name, or a whole command").hasSizeLessThanOrEqualTo(2);
    }
  }

  private void shell(String text) throws IOException, InterruptedException {
    assertThat(run(List.of("bash", "-c", text))).as(text).isNotBlank();
  }

  private String run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(new ArrayList<>(command))
            .directory(Book.TOP.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s%n%s", command, said).isZero();
    return said;
  }

  @Override
  public void close() {
    trial.close();
  }
}
