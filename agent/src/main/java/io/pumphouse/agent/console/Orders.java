package io.pumphouse.agent.console;

import io.pumphouse.agent.command.AgentVerb;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.Desk;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs what a guest orders, as far as they may, and keeps each change as an event. Thread-safe. */
final class Orders implements CommandTable.VerbRunner {
  private final Desk desk;
  private final Guest guest;
  private final Consumer<Event> events;
  private final TimeSource time;

  Orders(Desk desk, Guest guest, Consumer<Event> events, TimeSource time) {
    this.desk = desk;
    this.guest = guest;
    this.events = events;
    this.time = time;
  }

  @Override
  public int run(AgentVerb verb, List<String> typed, Path data, Terminal terminal) {
    if (verb.input().isPresent()) {
      return terminal.fail(
          typed.getFirst() + " is nothing for a console",
          "type it in a shell of this machine: pumphouse " + typed.getFirst());
    }
    if (!guest.role().includes(verb.need())) {
      return terminal.fail(
          guest.name()
              + " is a "
              + guest.role().word()
              + ", and this takes the role "
              + verb.need().word(),
          "log in with another account: exit");
    }
    if (verb.need() == Role.VIEWER) {
      return verb.run(desk, terminal);
    }
    int code = verb.run(desk, terminal);
    String ending = code == ExitCode.OK ? "done" : "not done";
    note(Event.Kind.CONSOLE_ORDER, String.join(" ", typed) + ": " + ending + ", by " + guest.who());
    return code;
  }

  private void note(Event.Kind kind, String text) {
    events.accept(new Event(time.now(), kind, "", text));
  }
}
