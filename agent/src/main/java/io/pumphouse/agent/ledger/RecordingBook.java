package io.pumphouse.agent.ledger;

import io.pumphouse.agent.blackbox.Shelf;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Recording;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps the newest {@value RecordingRows#MOST} recordings in {@code ledger.db}. Thread-safe. While
 * the disk refuses, up to {@value #ROOM} halves wait in memory and are tried again with the events;
 * beyond that the oldest are lost.
 */
final class RecordingBook implements Shelf {
  private static final int ROOM = 8;

  private final String bootId;
  private final Database database;
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** A half that is not on the disk yet. */
  record Waiting(PumpId pump, Moment at, String alarm, Half half, Supplier<byte[]> packed) {}

  RecordingBook(String bootId, Database database) {
    this.bootId = bootId;
    this.database = database;
  }

  @Override
  public void keep(PumpId pump, Moment at, String alarm, Half half, Supplier<byte[]> packed) {
    synchronized (waiting) {
      waiting.addLast(new Waiting(pump, at, alarm, half, packed));
      if (waiting.size() > ROOM) {
        waiting.removeFirst();
      }
    }
    database.post(this::retry);
  }

  /** On the database's thread. */
  void retry() {
    List<Waiting> held;
    synchronized (waiting) {
      held = List.copyOf(waiting);
    }
    for (Waiting one : held) {
      Outcome<Boolean> outcome =
          database.run(
              session -> {
                RecordingRows.keep(session, bootId, one);
                return true;
              });
      if (outcome instanceof Done<Boolean>) {
        synchronized (waiting) {
          waiting.remove(one);
        }
      }
      // Otherwise the ledger's check tells why, and it is tried again.
    }
  }

  @Override
  public List<Recording.Head> list(PumpId pump) {
    Outcome<List<Recording.Head>> outcome =
        database.run(session -> RecordingRows.list(session, pump));
    return switch (outcome) {
      case Done<List<Recording.Head>>(List<Recording.Head> heads) -> heads;
      case Failed<List<Recording.Head>> _ -> List.of();
    };
  }

  @Override
  public Optional<Kept> open(long id) {
    Outcome<Optional<Kept>> outcome = database.run(session -> RecordingRows.open(session, id));
    return switch (outcome) {
      case Done<Optional<Kept>>(Optional<Kept> kept) -> kept;
      case Failed<Optional<Kept>> _ -> Optional.empty();
    };
  }
}
