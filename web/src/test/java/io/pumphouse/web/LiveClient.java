package io.pumphouse.web;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A browser tab's end of the live socket, that waits for what it is told with a deadline. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
  private static final int DEADLINE_SECONDS = 10;

  private final StringBuilder partial = new StringBuilder();
  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private LiveClient(RunningServer server, String... headers) {
    WebSocket.Builder builder = server.http.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    this.socket = builder.buildAsync(server.uri("ws", "/ws/live"), this).join();
  }

  static LiveClient connect(RunningServer server, String... headers) {
    return new LiveClient(server, headers);
  }

  /** Connects and reads the greeting and the snapshot away. */
  static LiveClient greeted(RunningServer server, String... headers) throws InterruptedException {
    LiveClient client = connect(server, headers);
    client.next();
    client.next();
    return client;
  }

  void send(String text) {
    socket.sendText(text, true).join();
  }

  void sendBinary(byte... bytes) {
    socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
  }

  String next() throws InterruptedException {
    String message = messages.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("no message in " + DEADLINE_SECONDS + " s");
    }
    return message;
  }

  int closeStatus() throws Exception {
    try {
      return closed.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("not closed in " + DEADLINE_SECONDS + " s", e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
    partial.append(text);
    if (isLast) {
      messages.add(partial.toString());
      partial.setLength(0);
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    closed.complete(status);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
