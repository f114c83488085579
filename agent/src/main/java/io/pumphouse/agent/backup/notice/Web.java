package io.pumphouse.agent.backup.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.agent.config.NoticeConfig;
import io.pumphouse.agent.config.SecretFile;
import java.io.IOException;
import java.io.StringWriter;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends notices over HTTP, each kind of receiver in its own way. Stateless. */
final class Web {
  private static final int PATIENCE_MILLIS = 10_000;

  private Web() {}

  /** What is sent. */
  private record Request(String url, Map<String, String> headers, String body) {}

  /**
   * Sends one.
   *
   * @throws IOException if it was not taken; its message names the address, never a secret
   */
  static void send(NoticeConfig to, Notice notice) throws IOException {
    Request request = request(to, notice);
    URI uri = URI.create(request.url());
    if (!(uri.toURL().openConnection() instanceof HttpURLConnection http)) {
      throw new IOException(uri.getHost() + ": no address of HTTP");
    }
    try {
      http.setConnectTimeout(PATIENCE_MILLIS);
      http.setReadTimeout(PATIENCE_MILLIS);
      http.setInstanceFollowRedirects(false);
      http.setRequestProperty("User-Agent", "pumphouse");
      request.headers().forEach(http::setRequestProperty);
      http.setRequestMethod("POST");
      http.setDoOutput(true);
      http.getOutputStream().write(request.body().getBytes(UTF_8));
      int status = http.getResponseCode();
      if (status / 100 != 2) {
        throw new IOException("it answers with status " + status);
      }
    } finally {
      http.disconnect();
    }
  }

  private static Request request(NoticeConfig to, Notice notice) throws IOException {
    String base = to.url().replaceFirst("/+$", "");
    return switch (to.kind()) {
      case NTFY -> new Request(to.url(), ntfy(to, notice), notice.body());
      case GOTIFY ->
          new Request(
              base + "/message",
              Map.of(
                  "X-Gotify-Key",
                  SecretFile.of(to.secretFile()),
                  "Content-Type",
                  "application/json"),
              json(
                  Map.of("title", notice.title(), "message", notice.body()),
                  "priority",
                  notice.isBad() ? 8 : 2));
      case HEALTHCHECKS -> new Request(base + ending(notice), Map.of(), notice.body());
      case WEBHOOK, MAIL -> new Request(to.url(), hook(to), hook(notice));
    };
  }

  private static Map<String, String> ntfy(NoticeConfig to, Notice notice) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(bearer(to));
    headers.put("Title", notice.title());
    headers.put("Priority", notice.isBad() ? "high" : "default");
    return headers;
  }

  private static Map<String, String> bearer(NoticeConfig to) throws IOException {
    String token = SecretFile.of(to.secretFile());
    return token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
  }

  private static Map<String, String> hook(NoticeConfig to) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(bearer(to));
    headers.put("Content-Type", "application/json");
    return headers;
  }

  private static String hook(Notice notice) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("event", notice.event());
    fields.put("job_id", notice.job());
    fields.put("text", notice.text());
    fields.put("log", notice.tail());
    return json(fields, "run_id", notice.run());
  }

  /** A watcher is told of a good end by the address alone; a test leaves its state alone. */
  private static String ending(Notice notice) {
    if (notice.event().equals("started")) {
      return "/start";
    }
    if (notice.isGood()) {
      return "";
    }
    return notice.event().equals("failed") || notice.event().equals("overdue") ? "/fail" : "/log";
  }

  private static String json(Map<String, String> fields, String name, long number)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, String> field : fields.entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
      json.writeNumberField(name, number);
      json.writeEndObject();
    }
    return text.toString();
  }
}
