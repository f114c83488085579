package io.pumphouse.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Ends connections that are kept barely alive. Jetty ends whoever is silent; whoever sends a byte
 * now and then is never silent, and would hold one of few connections for good. So it is looked
 * every ten seconds, while there is any connection, how much went over each: three looks with next
 * to nothing and without an answer come to its end are the end. A slow answer of ours moves nothing
 * and is not counted. A reader who takes an answer drop by drop is seen less well: the kernel's
 * buffers hide him until they are full, and then the limit on silence counts. Live sockets have
 * limits of their own. Thread-safe.
 */
final class Patience implements Connection.Listener {
  private static final int LOOK_SECONDS = 10;
  private static final long FEWEST_BYTES = 10 * 1024;
  private static final int MOST_SLOW_LOOKS = 3;

  private final ServerConnector connector;
  private Map<EndPoint, Seen> seen = Map.of();
  private boolean isLooking;

  /**
   * What the last look found.
   *
   * @param answers how many came to their end
   * @param bytes how many went in and out
   * @param slowLooks how often there were few since an answer ended
   */
  private record Seen(long answers, long bytes, int slowLooks) {
    static final Seen NOTHING = new Seen(0, 0, 0);

    Seen next(long answersNow, long bytesNow) {
      boolean isAnswered = answersNow != answers;
      long moved = bytesNow - bytes;
      int slow = moved > 0 && moved < FEWEST_BYTES ? slowLooks + 1 : slowLooks;
      return new Seen(answersNow, bytesNow, isAnswered || moved >= FEWEST_BYTES ? 0 : slow);
    }
  }

  Patience(ServerConnector connector) {
    this.connector = connector;
  }

  @Override
  public synchronized void onOpened(Connection connection) {
    if (!isLooking) {
      isLooking = true;
      lookLater();
    }
  }

  @Override
  public void onClosed(Connection connection) {
    // The next look misses it.
  }

  private void lookLater() {
    var _ = connector.getScheduler().schedule(this::lookAgain, LOOK_SECONDS, TimeUnit.SECONDS);
  }

  private synchronized void lookAgain() {
    look();
    isLooking = !seen.isEmpty();
    if (isLooking) {
      lookLater();
    }
  }

  /** Looks once; as by the clock. */
  synchronized void look() {
    Map<EndPoint, Seen> now = new HashMap<>();
    for (EndPoint end : List.copyOf(connector.getConnectedEndPoints())) {
      Connection wire = end.getConnection();
      Connection http = spoken(wire);
      if (http instanceof ConnectionMetaData) {
        Seen before = seen.getOrDefault(end, Seen.NOTHING);
        now.put(end, before.next(http.getMessagesOut(), wire.getBytesIn() + wire.getBytesOut()));
      }
    }
    seen = now;
    now.forEach(Patience::endIfSlow);
  }

  private static void endIfSlow(EndPoint end, Seen seen) {
    if (seen.slowLooks() >= MOST_SLOW_LOOKS) {
      end.close();
    }
  }

  /** HTTP is spoken on the wire itself, or inside TLS. */
  private static Connection spoken(Connection wire) {
    return wire instanceof SslConnection tls ? tls.getSslEndPoint().getConnection() : wire;
  }
}
