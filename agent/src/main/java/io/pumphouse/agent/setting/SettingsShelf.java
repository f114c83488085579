package io.pumphouse.agent.setting;

import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.PreferenceFile;
import io.pumphouse.agent.config.Preferences;
import io.pumphouse.agent.config.Problem;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What people set, on the disk and in memory. What a person writes into the file is read at the
 * start and before each change; what does not fit there holds nobody up, and is never overwritten.
 * Thread-safe; {@link #get()} is quick.
 */
public final class SettingsShelf implements Supplier<Preferences> {
  static final String NAME = "settings";

  private final Path file;
  private volatile Preferences now;
  private volatile List<Problem> problems = List.of();
  private volatile Map<String, String> atStart = Map.of();
  private final List<Consumer<Preferences>> followers = new CopyOnWriteArrayList<>();

  /** As configured, until it is opened. */
  public SettingsShelf(Path data, Config config) {
    this.file = data.resolve(PreferenceFile.NAME);
    this.now = Preferences.of(config);
  }

  /** Reads the file. Call once, before those who ask are started. */
  public void open() {
    read();
    atStart = now.chosen();
  }

  @Override
  public Preferences get() {
    return now;
  }

  /** Tells whoever cannot ask each time, at once and after each change. */
  public void follow(Consumer<Preferences> follower) {
    followers.add(follower);
    follower.accept(now);
  }

  /** What people had set at the start. */
  Map<String, String> atStart() {
    return atStart;
  }

  /** What is wrong with the file, as it was read last. */
  List<Problem> problems() {
    return problems;
  }

  /** Takes in what a person wrote into the file meanwhile. */
  synchronized void read() {
    PreferenceFile.Read read = PreferenceFile.read(file);
    problems = read.problems();
    hold(now.choosing(read.chosen()));
  }

  private void hold(Preferences next) {
    now = next;
    followers.forEach(follower -> follower.accept(next));
  }

  /**
   * Lets exactly these values be the chosen ones, in the file first.
   *
   * @throws IOException when they cannot be kept; then nothing has changed
   */
  synchronized void choose(Map<String, String> chosen) throws IOException {
    Preferences next = now.choosing(new TreeMap<>(chosen));
    WholeFile.write(file, PreferenceFile.text(chosen));
    hold(next);
  }

  /** The line {@code settings} of the health board. */
  public Check check() {
    return problems.isEmpty()
        ? Check.well(NAME, now.chosen().size() + " set on the settings page")
        : Check.degraded(
            NAME,
            problems.getFirst() + "; what fits holds, the rest is as configured",
            "mend " + file + ", or delete it to have everything as configured");
  }
}
