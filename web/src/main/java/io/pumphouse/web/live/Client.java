package io.pumphouse.web.live;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/**
 * One browser tab. At most one frame is on its way and a bounded number waits; whoever lets more
 * come together is too slow and is closed, so that nobody waits for it and nothing grows. Never
 * blocks. Thread-safe.
 */
final class Client {
  static final int QUEUE = 64;
  private static final Duration SILENCE_LIMIT = Dispatcher.PING_EVERY.multipliedBy(3);

  private final Watching watching;
  private final Session session;
  private final Allowance allowance;
  private final Queue<String> waiting = new ArrayDeque<>();
  private long seq;
  private boolean isSending;
  private boolean isClosed;
  private boolean isGone;
  private long heardAt;
  private volatile boolean hearsLog;

  /**
   * @param watching who it is
   * @param nanos the time by the clock that does not jump
   */
  Client(Watching watching, Session session, long nanos) {
    this.watching = watching;
    this.session = session;
    this.allowance = new Allowance(nanos);
    this.heardAt = nanos;
  }

  Watching watching() {
    return watching;
  }

  /** It wants to be told of these from now on, and of nothing else that has to be asked for. */
  void subscribe(List<String> topics) {
    hearsLog = topics.contains("log");
  }

  boolean hearsLog() {
    return hearsLog;
  }

  /** Takes note of a sign of life. */
  synchronized void heard(long nanos) {
    heardAt = nanos;
  }

  /** Whether one more message from this client, at this time, is within what is allowed. */
  synchronized boolean mayAsk(long nanos) {
    return allowance.take(nanos);
  }

  void send(Message message) {
    Step step;
    synchronized (this) {
      step = isClosed ? Step.NOTHING : accept(message.numbered(++seq));
    }
    switch (step) {
      case NOTHING -> {}
      case TRANSMIT -> transmitNext();
      case TOO_SLOW -> {
        var _ = close(StatusCode.TRY_AGAIN_LATER, "too slow: the messages pile up");
      }
    }
  }

  /**
   * Ends the connection; what still waits is dropped.
   *
   * @return done when the last frame is on its way, or cannot be
   */
  CompletableFuture<?> close(int status, String reason) {
    synchronized (this) {
      if (isClosed) {
        return CompletableFuture.allOf();
      }
      isClosed = true;
      waiting.clear();
    }
    return Callback.Completable.with(sent -> session.close(status, reason, sent));
  }

  /** The connection is gone: nothing more can be sent. */
  synchronized void forget() {
    isClosed = true;
    isGone = true;
    waiting.clear();
  }

  synchronized boolean isClosed() {
    return isClosed;
  }

  synchronized boolean isGone() {
    return isGone;
  }

  /**
   * Asks for a sign of life, or ends the connection for good if there was none for long, or if it
   * was closed and did not go.
   */
  void ping(long nanos) {
    if (isDead(nanos)) {
      session.disconnect();
    } else {
      session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
    }
  }

  private synchronized boolean isDead(long nanos) {
    return isClosed || nanos - heardAt > SILENCE_LIMIT.toNanos();
  }

  private enum Step {
    NOTHING,
    TRANSMIT,
    TOO_SLOW
  }

  private Step accept(String frame) {
    if (waiting.size() == QUEUE) {
      return Step.TOO_SLOW;
    }
    waiting.add(frame);
    if (isSending) {
      return Step.NOTHING;
    }
    isSending = true;
    return Step.TRANSMIT;
  }

  private void transmitNext() {
    String frame;
    synchronized (this) {
      frame = waiting.poll();
      isSending = frame != null;
    }
    if (frame != null) {
      session.sendText(frame, Callback.from(this::transmitNext, _ -> session.disconnect()));
    }
  }
}
