package io.pumphouse.agent.console;

import io.pumphouse.agent.access.Porter;
import io.pumphouse.agent.command.Desk;
import io.pumphouse.agent.command.LineDesk;
import io.pumphouse.agent.command.LocalAccounts.Told;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A console room with accounts, a clock that is moved by hand, and what was noted. */
final class Scene implements AutoCloseable {
  static final Duration IDLE = Duration.ofMinutes(15);
  static final String PASSWORD = "correct horse battery";

  final FakeTime time = new FakeTime();
  final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  final Porter porter;
  private final Ledger ledger;
  private final List<ConsoleRoom> rooms = new ArrayList<>();
  final Desk desk = new LineDesk().desk();

  private static final Visitor HERE = new Visitor("127.0.0.1", "test");

  Scene(Path folder) {
    this.ledger = new Ledger(folder.resolve("ledger.db"), "boot", time);
    ledger.start();
    this.porter = new Porter(folder.resolve("access.yaml"), ledger.sessions(), events::add, time);
    porter.open();
  }

  /** Has anna own the server, and bo look at it. */
  Identity claim() {
    String code = porter.claimCode() instanceof Told.Secret(String text) ? text : "";
    Entry entry = porter.access().accounts().claim(code, "anna", PASSWORD, HERE);
    Identity anna = ((Entry.LetIn) entry).identity();
    porter.access().accounts().add(anna, "bo", Role.VIEWER, PASSWORD);
    return anna;
  }

  ConsoleRoom open(List<Seat> seats, boolean isPresenceEnough) {
    ConsoleRoom room =
        new ConsoleRoom(
            List.copyOf(seats),
            "Pumphouse test",
            isPresenceEnough,
            IDLE,
            List::of,
            porter.access(),
            events::add,
            time);
    rooms.add(room);
    room.start(desk);
    return room;
  }

  /** Has somebody sit down where presence is enough. */
  void sitDown(Seat seat) throws InterruptedException {
    open(List.of(seat), true);
    seat.type("\r");
    seat.sees(Seat.PROMPT);
  }

  List<String> noted(Event.Kind kind) {
    return events.stream().filter(event -> event.kind() == kind).map(Event::text).toList();
  }

  @Override
  public void close() {
    rooms.forEach(ConsoleRoom::close);
    ledger.close();
  }
}
