package io.pumphouse.web.live;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.Events;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Logs;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;

/** The WebSocket {@code /ws/live}. Thread-safe; open it once and close it once. */
public final class LiveSocket implements AutoCloseable {
  /** Where it is. */
  public static final String PATH = "/ws/live";

  private static final Duration GOODBYE_WITHIN = Duration.ofSeconds(1);

  private final LiveReadings live;
  private final Events events;
  private final Backups backups;
  private final Logs logs;
  private final TimeSource time;
  private final int maxClients;
  private final Dispatcher dispatcher;
  private final Thread dispatching;
  private final Graphs graphs;
  private final Thread drawing;
  private final AtomicLong numbers = new AtomicLong();
  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private LiveReadings.Subscription subscription = () -> {};
  private LiveReadings.Subscription happenings = () -> {};
  private LiveReadings.Subscription runs = () -> {};
  private LiveReadings.Subscription entries = () -> {};

  /**
   * @param version of the agent, so that a page notices when it is older than its server
   * @param maxClients how many connections are kept; one more is refused with 503
   * @param every at most one message about the readings of a pump in this time, on average; asked
   *     each time
   * @param graphs draws the charts that clients ask for
   * @param mayStay whether who came in may still watch: asked every 15 s, of each
   */
  public LiveSocket(
      LiveReadings live,
      Alarms alarms,
      Events events,
      Backups backups,
      Logs logs,
      TimeSource time,
      String version,
      int maxClients,
      Supplier<Duration> every,
      Graphs graphs,
      Predicate<Watching> mayStay) {
    this.live = live;
    this.events = events;
    this.backups = backups;
    this.logs = logs;
    this.time = time;
    this.maxClients = maxClients;
    this.dispatcher = new Dispatcher(live, alarms, time, version, every, mayStay);
    // A virtual thread wakes its pool and its timer with it: 0.1 to 0.2 ms more in each second.
    this.dispatching = Thread.ofPlatform().daemon().name("web-live").unstarted(dispatcher);
    this.graphs = graphs;
    this.drawing = Thread.ofVirtual().name("web-graphs").unstarted(graphs);
  }

  /** Starts to tell what changes. */
  public void open() {
    dispatching.start();
    drawing.start();
    subscription =
        live.subscribe(
            (pump, isWhole) -> {
              if (!clients.isEmpty()) {
                dispatcher.asked(pump, isWhole);
              }
            });
    happenings =
        events.subscribe(
            what -> {
              if (!clients.isEmpty()) {
                dispatcher.happened(what);
              }
            });
    runs =
        backups.subscribe(
            run -> {
              if (!clients.isEmpty()) {
                dispatcher.ran(run);
              }
            });
    entries =
        logs.subscribe(
            () -> {
              if (!clients.isEmpty()) {
                dispatcher.logged();
              }
            });
  }

  /** Adds the socket to the addresses of the server. */
  public void addTo(ServletContextHandler context) {
    context.addServlet(new ServletHolder(new LiveServlet(this)), PATH);
  }

  /** Declares the address of the socket to the table, where whoever may read may watch. */
  public void addTo(RouteTable routes) {
    routes.get(
        Need.READER,
        PATH,
        _ -> {
          throw new IllegalStateException("the socket's own servlet answers " + PATH);
        });
  }

  /** Everybody who is told what changes, in no order. */
  public List<Watching> watching() {
    return clients.stream().filter(client -> !client.isClosed()).map(Client::watching).toList();
  }

  /** Ends every connection of which this is true; tells how many. */
  public long end(Predicate<Watching> which) {
    List<Client> ended = clients.stream().filter(client -> which.test(client.watching())).toList();
    for (Client client : ended) {
      var _ = client.close(StatusCode.POLICY_VIOLATION, "ended by the owner");
    }
    return ended.size();
  }

  /** How many clients are told what changes. */
  public long clients() {
    return clients.stream().filter(client -> !client.isClosed()).count();
  }

  /** Says goodbye to everybody; waits a moment for those who are slow to take it. */
  @Override
  public void close() {
    subscription.close();
    happenings.close();
    runs.close();
    entries.close();
    dispatching.interrupt();
    drawing.interrupt();
    await(
        CompletableFuture.allOf(
            clients.stream()
                .map(client -> client.close(StatusCode.SHUTDOWN, "the agent stops"))
                .toArray(CompletableFuture[]::new)));
  }

  private static void await(CompletableFuture<?> goodbyes) {
    try {
      goodbyes.get(GOODBYE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // Who left before, or takes nothing, finds out by the end of the connection.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Counts those too that were closed and have not gone yet: they hold memory all the same. */
  boolean isFull() {
    return clients.size() >= maxClients;
  }

  Graphs graphs() {
    return graphs;
  }

  long nanos() {
    return time.nanos();
  }

  Client joined(Session session, Newcomer newcomer) {
    Watching watching =
        new Watching(
            "w" + numbers.incrementAndGet(),
            newcomer.user(),
            newcomer.proof(),
            newcomer.address(),
            time.wall());
    Client client = new Client(watching, session, time.nanos());
    clients.add(client);
    if (clients.size() > maxClients) { // Two came through the door at once.
      var _ = client.close(StatusCode.TRY_AGAIN_LATER, "all live connections are taken");
    } else {
      dispatcher.joined(client);
    }
    return client;
  }

  void left(Client client) {
    client.forget();
    graphs.forget(client);
    clients.remove(client);
  }
}
