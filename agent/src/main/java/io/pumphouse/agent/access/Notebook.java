package io.pumphouse.agent.access;

import io.pumphouse.agent.ledger.Event;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Visitor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells journal and events who came in, who did not, and who changed what. Thread-safe. */
final class Notebook {
  private static final Logger LOG = LoggerFactory.getLogger(Notebook.class);

  private final Consumer<Event> events;
  private final TimeSource time;

  Notebook(Consumer<Event> events, TimeSource time) {
    this.events = events;
    this.time = time;
  }

  void loggedIn(String user, Visitor from) {
    note(Event.Kind.LOGGED_IN, user + " from " + from.address() + ", " + from.browser());
  }

  void loggedOut(String user, String how) {
    note(Event.Kind.LOGGED_OUT, user + ": " + how);
  }

  /**
   * Somebody was not let in.
   *
   * @param who an account's name, never what was typed: people type passwords into the wrong field
   */
  void failed(String who, Visitor from, String why) {
    note(Event.Kind.LOGIN_FAILED, who + " from " + from.address() + ": " + why);
  }

  void changed(Identity by, String what) {
    changed(by.user(), what);
  }

  void changed(String by, String what) {
    note(Event.Kind.ACCESS_CHANGED, what + ", by " + by);
  }

  private void note(Event.Kind kind, String text) {
    LOG.info("{} {}", kind.word(), text);
    events.accept(new Event(time.now(), kind, "", text));
  }
}
