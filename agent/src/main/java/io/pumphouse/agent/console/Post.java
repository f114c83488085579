package io.pumphouse.agent.console;

import io.pumphouse.hal.line.Line;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A serial port at which somebody may sit down: opened again whenever it was pulled, and silent
 * until somebody presses Enter. On a platform thread of its own, as reading it is a native call.
 */
final class Post implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Post.class);
  private static final String NAME = "console";
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(3);
  private static final Duration UNTIL_IT_OPENS = Duration.ofSeconds(2);

  private final Line line;
  private final Consumer<Line> session;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;
  private volatile Check check;

  /**
   * A port nobody has tried yet.
   *
   * @param session talks with whoever is there, until they leave
   */
  Post(Line line, Consumer<Line> session) {
    this.line = line;
    this.session = session;
    this.thread = Thread.ofPlatform().daemon().name("console " + line.name()).unstarted(this::run);
    this.check = Check.well(NAME, line.name() + " is being opened");
  }

  void start() {
    thread.start();
  }

  Check check() {
    return check;
  }

  private void run() {
    try {
      while (!isEnded(Duration.ZERO)) {
        note(listen());
        if (isEnded(UNTIL_IT_OPENS)) {
          return;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isEnded(Duration within) throws InterruptedException {
    return end.await(within.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Serves whoever comes, until the line breaks; says why. */
  private Line.Broken listen() throws InterruptedException {
    switch (line.open()) {
      case Line.Broken why -> {
        return why;
      }
      case Line.Opened _ -> note(Check.well(NAME, line.name() + ": press Enter there"));
    }
    while (true) {
      switch (line.hear(LOOK)) {
        case Line.Silence _ -> {}
        case Line.Bytes(var bytes) when isEnter(bytes.toBytes()) -> session.accept(line);
        case Line.Bytes _ -> {}
        case Line.Broken why -> {
          return why;
        }
      }
    }
  }

  private static boolean isEnter(byte[] keys) {
    for (byte key : keys) {
      if (key == '\r' || key == '\n') {
        return true;
      }
    }
    return false;
  }

  private void note(Line.Broken why) {
    if (end.getCount() > 0) {
      note(Check.degraded(NAME, why.cause(), why.next()));
    }
  }

  private void note(Check now) {
    if (!now.equals(check)) {
      check = now;
      LOG.info("{}: {}{}", NAME, now.cause(), now.isWell() ? "" : "; " + now.next());
    }
  }

  /** Waits a little, so that whoever is there is seen off while it can still be noted. */
  @Override
  public void close() {
    end.countDown();
    line.close();
    try {
      if (thread.isAlive() && !thread.join(LONGEST_GOODBYE)) {
        LOG.warn("{}: a session has not ended in {}", line.name(), LONGEST_GOODBYE);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
