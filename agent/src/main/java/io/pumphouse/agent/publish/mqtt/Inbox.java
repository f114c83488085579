package io.pumphouse.agent.publish.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a broker passed on to us and nobody has looked at yet. When it is full, what comes is left:
 * whoever says more than that in one look orders nothing sensible. Confined to one thread.
 */
final class Inbox {
  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
  private static final int ROOM = 50;

  private final Deque<Message> messages = new ArrayDeque<>();
  private boolean hasLeft;

  boolean isFull() {
    return messages.size() >= ROOM;
  }

  void add(Message message) {
    if (!isFull()) {
      messages.add(message);
    } else if (!hasLeft) {
      hasLeft = true;
      LOG.warn(
          "more than {} messages at once: {} is left, and so are others; whoever publishes there"
              + " does so too often",
          ROOM,
          message.topic());
    }
  }

  /** All of it, which is then no longer here. */
  List<Message> take() {
    List<Message> taken = List.copyOf(messages);
    messages.clear();
    hasLeft = false;
    return taken;
  }
}
