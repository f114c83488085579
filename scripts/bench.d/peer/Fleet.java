import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.TimeSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The publishing of so many agents in one process, each with a connection and an identity of its
 * own: MODEL AGENTS BROKER-PORT DATABASE-PORT yes|no. The last word: whether the broker is told
 * every sample too. Each line that comes in says how many polls, five seconds apart by the agents'
 * own clock, which runs as fast as the other side takes; prints how many samples that were. Fifty
 * houses are played by turns; their physics move ten seconds between two polls, lest many repeat
 * the one before. The store is left out: what is polled in half a minute is sent at its end.
 */
final class Fleet {
  private static final int POLLS_IN_A_COMMIT = 6;
  private static final int HOUSES = 50;
  private static final int SEED = 1255;

  private final Clock clock = new Clock();
  private final List<FleetHouse> houses = new ArrayList<>();
  private final List<FleetAgent> agents = new ArrayList<>();
  private long polls;

  /** A clock that is moved by hand; it begins a day ago, for nobody takes the future. */
  private static final class Clock implements TimeSource {
    private final Instant begin = Instant.now().minus(Duration.ofDays(1));
    private volatile long nanos;

    @Override
    public Instant wall() {
      return begin.plusNanos(nanos);
    }

    @Override
    public long nanos() {
      return nanos;
    }
  }

  private Fleet(RegisterMap map, String[] typed) {
    for (int i = 0; i < HOUSES; i++) {
      houses.add(new FleetHouse(map, SEED + i, clock.begin));
    }
    for (int i = 0; i < Integer.parseInt(typed[1]); i++) {
      agents.add(new FleetAgent(i, houses.get(i % HOUSES), clock, typed));
    }
  }

  public static void main(String[] typed) throws IOException, InterruptedException {
    System.setProperty("http.keepAlive", "false"); // no agent keeps a connection for half a minute
    if (!(new RegisterMaps().find(typed[0]) instanceof Lookup.Found(RegisterMap map))) {
      throw new IllegalArgumentException("no model " + typed[0]);
    }
    Fleet fleet = new Fleet(map, typed);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        long samples = 0;
        for (int i = Integer.parseInt(line); i > 0; i--) {
          samples += fleet.poll(threads);
        }
        System.out.println(samples);
      }
    }
    fleet.agents.forEach(FleetAgent::close);
  }

  private long poll(ExecutorService threads) throws InterruptedException {
    houses.forEach(house -> house.poll(polls, clock.now()));
    polls++;
    boolean isCommit = polls % POLLS_IN_A_COMMIT == 0;
    List<Future<Long>> turns =
        agents.stream().map(agent -> threads.submit(() -> agent.turn(isCommit))).toList();
    long samples = 0;
    for (Future<Long> turn : turns) {
      try {
        samples += turn.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
    clock.nanos += FleetHouse.POLL.toNanos();
    return samples;
  }
}
