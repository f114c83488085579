import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The agent's store filled with line protocol: FILE. Each line that comes in says how many polls
 * to commit at a time and names the file they are in; once an hour everything that has ended is rolled up.
 */
final class Fill {
  private static final PumpId HOUSE = new PumpId("house");
  private static final long HOUR = 3600;

  private final Map<String, RegisterId> registers = new HashMap<>();
  private final Replayed time = new Replayed();
  private final ReadingStore store;
  private long rolled;

  /** The clock of the polls. */
  private static final class Replayed implements TimeSource {
    private Instant now = Instant.EPOCH;

    @Override
    public synchronized Instant wall() {
      return now;
    }

    @Override
    public long nanos() {
      return Duration.between(Instant.EPOCH, wall()).toNanos();
    }

    synchronized void set(long second) {
      now = Instant.ofEpochSecond(second);
    }
  }

  private Fill(Path file) {
    StoreConfig config =
        new StoreConfig(
            Duration.ofSeconds(30),
            StoreConfig.FOREVER,
            StoreConfig.FOREVER,
            StoreConfig.FOREVER,
            200L << 20);
    this.store = new ReadingStore(file, "bench", config, ZoneOffset.UTC, () -> true, time);
  }

  public static void main(String[] typed) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Fill fill = new Fill(Path.of(typed[0]));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] order = line.split(" ", 2);
      fill.from(Path.of(order[1]), Integer.parseInt(order[0]));
      System.out.println("done");
    }
    fill.store.close();
  }

  private void from(Path file, int atOnce) throws IOException {
    List<Batch> waiting = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        long second = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
        waiting.add(batch(line, second));
        if (waiting.size() == atOnce) {
          keep(waiting);
        }
        if (second / HOUR != rolled) {
          time.set(second);
          store.upkeep();
          rolled = second / HOUR;
        }
      }
    }
    if (!waiting.isEmpty()) {
      keep(waiting);
    }
  }

  private void keep(List<Batch> waiting) {
    if (store.backfill(waiting) instanceof Outcome.Failed<Integer>(var trouble)) {
      throw new IllegalStateException(trouble.toString());
    }
    waiting.clear();
  }

  private Batch batch(String line, long second) {
    Moment at = new Moment(Instant.ofEpochSecond(second), Duration.ofSeconds(second));
    List<Sample> samples = new ArrayList<>();
    int begin = line.indexOf(' ') + 1;
    int end = line.lastIndexOf(' ');
    while (begin < end) {
      int equals = line.indexOf('=', begin);
      int unit = line.indexOf('i', equals);
      RegisterId register =
          registers.computeIfAbsent(line.substring(begin, equals), RegisterId::new);
      samples.add(new Reading(register, at, Long.parseLong(line, equals + 1, unit, 10)));
      begin = unit + 2;
    }
    return new Batch(HOUSE, new Link.Up(), Duration.ZERO, samples, true);
  }
}
