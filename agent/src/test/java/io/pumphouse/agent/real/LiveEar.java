package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.json.Json;

/** A client of the live socket that waits for what it wants to hear: the tests' clock. */
final class LiveEar implements AutoCloseable, WebSocket.Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  private final StringBuilder part = new StringBuilder();
  private final Map<String, Map<String, Object>> told = new HashMap<>();
  private final WebSocket socket;

  LiveEar(HttpClient http, URI dashboard) {
    URI live = URI.create("ws://" + dashboard.getAuthority() + "/ws/live");
    socket = http.newWebSocketBuilder().buildAsync(live, this).join();
  }

  /** The {@code CompletionStage} may be null: the JDK's listener asks for it. */
  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
    part.append(text);
    if (isLast) {
      messages.add(part.toString());
      part.setLength(0);
    }
    return WebSocket.Listener.super.onText(from, text, isLast);
  }

  /** Waits until the pump's reading of this name looks like this. */
  Map<String, Object> await(String metric, Predicate<Map<String, Object>> wanted)
      throws InterruptedException {
    long deadline = deadline();
    while (true) {
      Map<String, Object> message = next("the reading " + metric, deadline);
      List<Map<String, Object>> found =
          Stream.concat(Stream.of(message), list(message, "pumps").stream())
              .flatMap(each -> list(each, "readings").stream().map(part -> whole(each, part)))
              .filter(reading -> metric.equals(reading.get("metric")) && wanted.test(reading))
              .toList();
      if (!found.isEmpty()) {
        return found.getLast();
      }
    }
  }

  /** What a change leaves out is as it was. */
  private Map<String, Object> whole(Map<String, Object> message, Map<String, Object> part) {
    Object pump =
        message.get("pump") instanceof Map<?, ?> told ? told.get("id") : message.get("id");
    Map<String, Object> whole =
        told.computeIfAbsent(pump + " " + part.get("metric"), _ -> new HashMap<>());
    whole.putAll(part);
    return whole;
  }

  /** Waits until the pump's link is in this state. */
  void awaitLink(String state) throws InterruptedException {
    long deadline = deadline();
    while (true) {
      Map<String, Object> message = next("link " + state, deadline);
      if (message.get("pump") instanceof Map<?, ?> pump && state.equals(pump.get("link"))) {
        return;
      }
    }
  }

  /** Waits until this many more polls were told. */
  void awaitPolls(int polls) throws InterruptedException {
    long deadline = deadline();
    int heard = 0;
    while (heard < polls) {
      heard += "readings".equals(next(polls + " polls", deadline).get("type")) ? 1 : 0;
    }
  }

  /** How many polls were told that nobody has waited for yet. */
  long pollsSoFar() {
    return messages.stream().filter(message -> message.contains("\"type\":\"readings\"")).count();
  }

  private static long deadline() {
    return System.nanoTime() + PATIENCE.toNanos();
  }

  private Map<String, Object> next(String what, long deadline) throws InterruptedException {
    String message = messages.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    assertThat(message).as("a live message with %s in %s", what, PATIENCE).isNotNull();
    return new Json().toType(String.valueOf(message), Json.MAP_TYPE);
  }

  @SuppressWarnings("unchecked") // JSON: a list of objects, or not there
  private static List<Map<String, Object>> list(Map<String, Object> from, String key) {
    return from.get(key) instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
  }

  @Override
  public void close() {
    socket.abort();
  }
}
