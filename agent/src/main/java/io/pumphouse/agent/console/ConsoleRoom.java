package io.pumphouse.agent.console;

import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.Consoles;
import io.pumphouse.agent.command.Desk;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Access;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The technician's console: the front of this room. Thread-safe; each session is on the thread that
 * brought it.
 */
public final class ConsoleRoom implements Consoles, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConsoleRoom.class);

  /** Of those that commands have; the others are for commands. */
  private static final int SESSIONS = 4;

  private final List<Line> ports;
  private final String greeting;
  private final Duration idle;
  private final Supplier<List<Object>> own;
  private final Reception reception;
  private final Consumer<Event> events;
  private final TimeSource time;
  private final Semaphore seats = new Semaphore(SESSIONS);
  private final List<Post> posts = new ArrayList<>();

  /**
   * A room that nobody can enter yet.
   *
   * @param ports serial ports that are not open yet
   * @param greeting what stands above the login
   * @param isPresenceEnough whether whoever is at a port needs no account
   * @param own makes the verbs that only a console has
   * @param idle after how long without a key a session ends
   * @param access the accounts
   * @param events where it is kept who came, and what they changed
   */
  public ConsoleRoom(
      List<Line> ports,
      String greeting,
      boolean isPresenceEnough,
      Duration idle,
      Supplier<List<Object>> own,
      Access access,
      Consumer<Event> events,
      TimeSource time) {
    this.ports = List.copyOf(ports);
    this.greeting = greeting;
    this.idle = idle;
    this.own = own;
    this.reception = new Reception(access, isPresenceEnough);
    this.events = events;
    this.time = time;
  }

  /** Opens the ports, and again whenever they were pulled. */
  public synchronized void start(Desk desk) {
    for (Line port : ports) {
      Post post = new Post(port, line -> serve(desk, line));
      posts.add(post);
      post.start();
    }
  }

  /** How the ports are, a line each. */
  public synchronized List<Check> checks() {
    return posts.stream().map(Post::check).toList();
  }

  @Override
  public int serve(Desk desk, Terminal keys, Window window) {
    if (!seats.tryAcquire()) {
      return keys.fail("there are " + SESSIONS + " consoles already", "leave one of them: exit");
    }
    try (SocketLine line = new SocketLine(keys)) {
      line.open();
      boolean unused =
          serve(desk, line, window, _ -> Optional.of(Guest.present(keys.user(), line.name())));
      return ExitCode.OK;
    } finally {
      seats.release();
    }
  }

  private Optional<Guest> asked(Desktop desktop) {
    return reception.admit(desktop.terminal().getName(), desktop);
  }

  /** Whoever comes back before the session has let go of the line gets the next one at once. */
  private void serve(Desk desk, Line line) {
    boolean isBack = true;
    while (isBack) {
      isBack = serve(desk, line, DUMB, this::asked);
    }
  }

  /** One session; whether somebody has pressed Enter since its end. */
  private boolean serve(
      Desk desk, Line line, Window window, Function<Desktop, Optional<Guest>> admission) {
    Keys keys = new Keys(line, idle, time);
    try (Desktop desktop = Desktop.open(line, keys, window)) {
      desktop.say("\n" + greeting + "    " + line.name());
      admission.apply(desktop).ifPresent(guest -> serve(desk, guest, desktop, window));
      boolean isOver = keys.isOver();
      desktop.say(isOver ? "left: " + keys.why() : "bye; press Enter to come back");
      return !isOver && desktop.isEnterLeft();
    } catch (IOException failure) {
      LOG.warn("{}: no session: {}", line.name(), failure.toString());
      return false;
    }
  }

  private void serve(Desk desk, Guest guest, Desktop desktop, Window window) {
    note(Event.Kind.LOGGED_IN, guest);
    Orders orders = new Orders(desk, guest, events, time);
    Supplier<CommandTable> tables = () -> new CommandTable(orders, own.get());
    new Session(desk, tables, guest, desktop, window).talk(reception);
    reception.seeOff(guest);
    note(Event.Kind.LOGGED_OUT, guest);
  }

  /** Those with an account are noted where accounts are kept. */
  private void note(Event.Kind kind, Guest guest) {
    if (guest.identity().isEmpty()) {
      LOG.info("{} {}", kind.word(), guest.who());
      events.accept(new Event(time.now(), kind, "", guest.who() + ", console"));
    }
  }

  @Override
  public synchronized void close() {
    posts.forEach(Post::close);
  }
}
