package io.pumphouse.agent.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Writes the log: seldom, to spare the card, but what is grave within a second and through to the
 * disk. Who has something to say never waits for the disk; where that refuses, a bounded amount
 * waits, and what comes then is counted and lost. Thread-safe.
 */
final class Pen implements AutoCloseable {
  /** What waits longer is written. */
  static final long EVERY_SECONDS = 60;

  /** What is longer is written: a whole number of the card's pages. */
  static final int FULL = 32 << 10;

  /** What waits at most while the disk refuses. */
  static final int ROOM = 256 << 10;

  private static final long PATIENCE_SECONDS = 5;

  private final Volumes volumes;
  private final ReentrantLock disk = new ReentrantLock();
  private final ReentrantLock desk = new ReentrantLock();
  private final Condition news = desk.newCondition();
  private final StringBuilder waiting = new StringBuilder();
  private final Thread thread = Thread.ofVirtual().name("log").unstarted(this::work);
  private volatile long budget;
  private volatile String trouble = "";
  private boolean isUrgent;
  private boolean isOver;
  private long lost;

  Pen(Path folder, long budget) {
    this.volumes = new Volumes(folder);
    this.budget = budget;
  }

  void start() {
    thread.start();
  }

  /** How many bytes all files may take, from the next writing on. */
  void keepWithin(long bytes) {
    budget = bytes;
  }

  /** Any thread; never waits for the disk. */
  void add(String line, boolean isGrave) {
    desk.lock();
    try {
      if (waiting.length() + line.length() >= ROOM) {
        lost++;
        return;
      }
      boolean isFirst = waiting.isEmpty();
      waiting.append(line).append('\n');
      isUrgent |= isGrave;
      if (isFirst || isUrgent || waiting.length() >= FULL) {
        news.signal();
      }
    } finally {
      desk.unlock();
    }
  }

  /** Why the disk refuses; empty while it does not. */
  String trouble() {
    return lost == 0 ? trouble : trouble + "; " + lost + " entries were lost";
  }

  /** Everything there is: the files, the oldest first, and what waits. */
  List<Leaf> leaves() throws IOException {
    disk.lock();
    try {
      List<Leaf> leaves = new ArrayList<>();
      volumes.files().forEach(file -> leaves.add(new Leaf.File(file, false)));
      leaves.add(new Leaf.Text(held()));
      return leaves;
    } finally {
      disk.unlock();
    }
  }

  private String held() {
    desk.lock();
    try {
      return waiting.toString();
    } finally {
      desk.unlock();
    }
  }

  private void work() {
    boolean isLast = false;
    while (!isLast) {
      isLast = awaitTurn();
      flush();
      isLast |= !isLast && awaitBreath();
    }
    flush();
  }

  /** Until there is enough, or something grave, or it has waited long. True at the end. */
  private boolean awaitTurn() {
    desk.lock();
    try {
      while (!isOver && waiting.isEmpty()) {
        news.await();
      }
      long left = TimeUnit.SECONDS.toNanos(EVERY_SECONDS);
      while (!isOver && !isUrgent && waiting.length() < FULL && left > 0) {
        left = news.awaitNanos(left);
      }
      return isOver;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    } finally {
      desk.unlock();
    }
  }

  /** However much goes wrong, one writing a second; and one in ten while the disk refuses. */
  private boolean awaitBreath() {
    desk.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(trouble.isEmpty() ? 1 : 10);
      while (!isOver && left > 0) {
        left = news.awaitNanos(left);
      }
      return isOver;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    } finally {
      desk.unlock();
    }
  }

  /** Writes what waits, now and on this thread. */
  void flush() {
    disk.lock();
    try {
      String lines = held();
      if (!lines.isEmpty()) {
        write(lines);
      }
    } finally {
      disk.unlock();
    }
  }

  private void write(String lines) {
    try {
      volumes.append(lines.getBytes(UTF_8), budget, isGrave());
      done(lines.length());
      trouble = "";
    } catch (IOException e) {
      trouble = "the log cannot be written: " + e;
    }
  }

  private boolean isGrave() {
    desk.lock();
    try {
      return isUrgent;
    } finally {
      desk.unlock();
    }
  }

  private void done(int length) {
    desk.lock();
    try {
      waiting.delete(0, length);
      isUrgent = false;
    } finally {
      desk.unlock();
    }
  }

  /** Writes the rest. Never throws; twice is fine. */
  @Override
  public void close() {
    desk.lock();
    try {
      isOver = true;
      news.signalAll();
    } finally {
      desk.unlock();
    }
    if (thread.getState() == Thread.State.NEW) {
      flush();
      return;
    }
    try {
      thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
