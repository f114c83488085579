package io.pumphouse.agent.store;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.poll.Subscriber;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Trouble;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Curves;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every sample, in {@code readings.db}. What is heard waits in memory and is committed at
 * each commit interval, as one packed block; so at most one interval is lost when the process or
 * the machine dies. Thread-safe.
 *
 * <p>When the disk refuses, samples go on waiting and every interval tries again. There is room for
 * {@value #ROOM} samples, more than an hour of 45 registers every 5 s; beyond that the oldest are
 * dropped and counted, and {@link #check()} says so.
 */
public final class ReadingStore implements Subscriber, History, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingStore.class);

  static final int ROOM = 40_000;

  /** How many blocks one turn at the database fetches: a commit never waits for more. */
  private static final int BLOCKS_PER_TURN = 128;

  /** A sample that waits for more commits than this tells that committing itself is stuck. */
  private static final int PATIENCE = 3;

  private final TimeSource time;
  private final String bootId;
  private final Duration commitInterval;
  private final Database database;
  private final Pending pending = new Pending(ROOM);
  private final Set<Long> unreadable = ConcurrentHashMap.newKeySet();
  private volatile Standing standing = new Standing.Untried();

  /**
   * Nothing is opened before {@link #start()}.
   *
   * @param file {@code readings.db}; its folder exists, or storing waits until it does
   * @param bootId what the kernel calls this boot of the machine
   * @param commitInterval how much may be lost; 30 s spares the card
   */
  public ReadingStore(Path file, String bootId, Duration commitInterval, TimeSource time) {
    this.time = time;
    this.bootId = bootId;
    this.commitInterval = commitInterval;
    this.database = new Database(file, Blocks.SCHEMA, time, "readings-writer");
  }

  /** Begins to open the file and to commit at each interval; waits for neither. Call once. */
  public void start() {
    database.post(this::open);
    database.every(commitInterval, this::commitPending);
  }

  @Override
  public void offer(Batch batch) {
    pending.add(batch);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A value holds until the next sample of its register, but at most three times as long as
   * samples were apart before. What waits to be committed counts too; blocks that cannot be read do
   * not.
   */
  @Override
  public Map<RegisterId, Extremes> extremes(PumpId pump, Instant from, Instant to) {
    Weighing weighing = new Weighing(from, to);
    long after = 0;
    boolean isMore = true;
    while (isMore) {
      Page page = page(pump, from, to, after);
      for (Block block : page.blocks()) {
        note(block, weighing.add(block, page.registers()));
        after = block.id();
      }
      page.pending().forEach(batch -> weighing.add(batch, pump, bootId));
      isMore = page.blocks().size() == BLOCKS_PER_TURN;
    }
    return weighing.extremes();
  }

  @Override
  public Curves curves(PumpId pump, Set<RegisterId> registers, Span span, int points) {
    throw new UnsupportedOperationException("to be filled by the room agent.store");
  }

  /** The line {@code store} of the health board; quick. */
  public Check check() {
    Moment now = time.now();
    boolean isStuck = pending.oldestAge(now).compareTo(commitInterval.multipliedBy(PATIENCE)) > 0;
    return new Diagnosis(
            standing, isStuck, pending.dropped(), unreadable.size(), database.damaged())
        .check(now, database.size());
  }

  /** Commits what is pending and lets go of the file. Never throws; twice is fine. */
  @Override
  public void close() {
    commit();
    database.close();
  }

  /** Commits now, and waits for it. */
  void commit() {
    database.await(this::commitPending);
  }

  private void open() {
    stand(
        switch (database.run(Blocks::count)) {
          case Done<Long>(Long blocks) -> new Standing.Ready(blocks);
          case Failed<Long>(Trouble trouble) -> new Standing.Refused(trouble);
        });
  }

  /** On the database's thread, so that nobody finds a sample both stored and pending. */
  private void commitPending() {
    Pending.Held held = pending.held();
    if (held.batches().isEmpty()) {
      return;
    }
    Outcome<Long> outcome =
        database.run(
            session -> {
              Blocks.append(session, bootId, held.batches());
              return Blocks.count(session);
            });
    switch (outcome) {
      case Done<Long>(Long blocks) -> {
        pending.saved(held);
        stand(new Standing.Stored(time.now(), blocks));
      }
      case Failed<Long>(Trouble trouble) -> stand(new Standing.Refused(trouble));
    }
  }

  private void stand(Standing next) {
    boolean wasRefused = standing instanceof Standing.Refused;
    standing = next;
    if (next instanceof Standing.Refused(Trouble trouble)) {
      if (!wasRefused) {
        LOG.warn("storing waits: {}; {}", trouble.cause(), trouble.next());
      }
    } else if (wasRefused) {
      LOG.info("storing goes on; dropped={}", pending.dropped());
    }
  }

  /**
   * One turn's worth of an answer.
   *
   * @param pending what waits to be committed, once no stored block is left to fetch
   */
  private record Page(
      Map<Integer, RegisterId> registers, List<Block> blocks, List<Batch> pending) {}

  private Page page(PumpId pump, Instant from, Instant to, long after) {
    Outcome<Page> outcome =
        database.run(
            session -> {
              var blocks = Blocks.overlapping(session, from, to, after, BLOCKS_PER_TURN);
              boolean isLast = blocks.size() < BLOCKS_PER_TURN;
              return new Page(
                  Blocks.registers(session, pump), blocks, isLast ? waiting() : List.of());
            });
    return switch (outcome) {
      case Done<Page>(Page page) -> page;
      case Failed<Page> _ -> new Page(Map.of(), List.of(), waiting()); // check() tells why
    };
  }

  private List<Batch> waiting() {
    return pending.held().batches();
  }

  private void note(Block block, Unpacked unpacked) {
    if (unpacked instanceof Unpacked.Damaged(String why) && unreadable.add(block.id())) {
      LOG.warn("skipped block {} of the readings: {}", block.id(), why);
    }
  }
}
