package io.pumphouse.web.sample;

import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.LogLine;
import io.pumphouse.web.model.LogLine.Level;
import io.pumphouse.web.model.LogLine.Source;
import io.pumphouse.web.model.Logs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A log in memory, with a little of everything in it. Thread-safe. */
public final class FakeLogs implements Logs {
  private final List<LogLine> lines =
      new ArrayList<>(
          List.of(
              line(600, Level.INFO, Source.AGENT, "Archive: agent started <b>1.2.3</b>"),
              line(500, Level.WARNING, Source.LINE, "Poller: 192.0.2.10:502: no answer in 1000 ms"),
              line(400, Level.INFO, Source.ACCESS, "Notebook: logged-in ann from 192.0.2.7"),
              line(300, Level.INFO, Source.JOBS, "nightly run 9: run in /: rsync -a <x> & 'y'"),
              line(200, Level.ERROR, Source.JOBS, "nightly run 9: failed: rsync exit 23"),
              line(
                  100,
                  Level.ERROR,
                  Source.AGENT,
                  "Errors: answer failed\n\tjava.io.IOException: x")));

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private static LogLine line(int secondsAgo, Level level, Source source, String text) {
    return new LogLine(Villa.NOW.minus(Duration.ofSeconds(secondsAgo)), level, source, text);
  }

  /** Something more is noted. */
  public void add(Level level, Source source, String text) {
    synchronized (this) {
      lines.add(new LogLine(Villa.NOW.plusSeconds(lines.size()), level, source, text));
    }
    listeners.forEach(Runnable::run);
  }

  @Override
  public synchronized List<LogLine> last(Wish wish, int most) {
    List<LogLine> found = lines.stream().filter(wish::isOf).toList();
    return found.subList(Math.max(0, found.size() - most), found.size());
  }

  @Override
  public void each(Wish wish, Reader reader) throws IOException {
    for (LogLine line : last(wish, Integer.MAX_VALUE)) {
      reader.take(line);
    }
  }

  @Override
  public List<String> jobs() {
    return List.of("nightly", "photos");
  }

  @Override
  public LiveReadings.Subscription subscribe(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
