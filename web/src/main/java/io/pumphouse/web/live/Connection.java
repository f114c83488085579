package io.pumphouse.web.live;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.StatusCode;
import org.jspecify.annotations.Nullable;

/**
 * What comes in from one client, and the answers to it. Jetty calls it, from one thread at a time;
 * it is public only because Jetty finds no other methods.
 */
public final class Connection implements Session.Listener.AutoDemanding {
  private static final int LONGEST_QUOTE = 40;

  private final LiveSocket clients;
  private final Newcomer newcomer;

  // Jetty makes the listener first and hands it the session later.
  private @Nullable Client client;

  Connection(LiveSocket clients, Newcomer newcomer) {
    this.clients = clients;
    this.newcomer = newcomer;
  }

  @Override
  public void onWebSocketOpen(Session session) {
    client = clients.joined(session, newcomer);
  }

  @Override
  public void onWebSocketText(String message) {
    if (client != null && isAllowed(client)) {
      answer(client, message);
    }
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    if (client != null) {
      var _ = client.close(StatusCode.BAD_DATA, "binary: send JSON as text");
    }
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    if (client != null) {
      client.heard(clients.nanos());
    }
  }

  @Override
  public void onWebSocketClose(int status, String reason, Callback callback) {
    callback.succeed();
    if (client != null) {
      clients.left(client);
    }
  }

  /**
   * The line broke, as when a phone leaves the house: the client is gone, and nobody need hear of
   * it.
   */
  @Override
  public void onWebSocketError(Throwable cause) {
    if (client != null) {
      clients.left(client);
    }
  }

  private boolean isAllowed(Client sender) {
    sender.heard(clients.nanos());
    boolean isAllowed = sender.mayAsk(clients.nanos());
    if (!isAllowed) {
      var _ = sender.close(StatusCode.POLICY_VIOLATION, "too many messages in one second");
    }
    return isAllowed;
  }

  private void answer(Client sender, String message) {
    switch (Request.parse(message)) {
      case Request.Ping() -> sender.send(Messages.pong());
      case Request.ChangeTimeRange(GraphWish wish) -> clients.graphs().change(sender, wish);
      case Request.Update() -> clients.graphs().update(sender);
      case Request.Subscribe(List<String> topics) -> sender.subscribe(topics);
      case Request.Unknown(String type) ->
          sender.send(
              Messages.error(
                  "unknown type \"" + shortened(type) + "\"",
                  "send ping, change_time_range, request_update or subscribe"));
      case Request.Malformed(String cause) ->
          sender.send(Messages.error(cause, "send an object such as {\"type\":\"ping\"}"));
    }
  }

  private static String shortened(String type) {
    return type.length() <= LONGEST_QUOTE ? type : type.substring(0, LONGEST_QUOTE) + "…";
  }
}
