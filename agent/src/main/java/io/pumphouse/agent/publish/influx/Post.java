package io.pumphouse.agent.publish.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pumphouse.agent.config.InfluxConfig;
import io.pumphouse.agent.config.InfluxConfig.Place;
import io.pumphouse.agent.config.SecretFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;

/** Sends lines over HTTP. Confined to one thread. */
final class Post {
  private static final int CONNECT_MILLIS = 10_000;

  /** More than any server of line protocol says, and little enough to be kept. */
  private static final int LONGEST_TEXT = 8_192;

  private final InfluxConfig config;
  private final int patienceMillis;
  private final Sockets sockets;
  private final URI address;

  /**
   * @param patience how long to wait for an answer
   */
  Post(InfluxConfig config, Duration patience) {
    this.config = config;
    this.patienceMillis = Math.toIntExact(patience.toMillis());
    this.sockets = new Sockets(config.caFile());
    this.address = URI.create(config.url().toString().replaceFirst("/+$", "") + path(config));
  }

  private static String path(InfluxConfig config) {
    return switch (config.place()) {
      case Place.Database(String name) -> "/write?db=" + encoded(name);
      case Place.Bucket(String org, String name) ->
          "/api/v2/write?org=" + encoded(org) + "&bucket=" + encoded(name);
    };
  }

  /**
   * Sends and waits for the answer.
   *
   * @param packed lines as gzip
   * @return the answer; nothing if the server has the lines, but did not answer in time
   * @throws IOException if it cannot be reached or hangs up; its message names no secret
   */
  Optional<Answer> send(byte[] packed) throws IOException {
    if (!(address.toURL().openConnection() instanceof HttpURLConnection http)) {
      throw new IOException("no address of HTTP");
    }
    try {
      prepare(http);
      http.setFixedLengthStreamingMode(packed.length); // it is never sent twice behind our back
      http.connect(); // a server that is out of reach is no slow one
      http.getOutputStream().write(packed);
      return answer(http);
    } catch (IOException e) {
      http.disconnect(); // whatever lies in its way would be taken for the next answer
      throw e;
    }
  }

  private void prepare(HttpURLConnection http) throws IOException {
    if (http instanceof HttpsURLConnection https) {
      https.setSSLSocketFactory(sockets.now());
    }
    http.setConnectTimeout(CONNECT_MILLIS);
    http.setReadTimeout(patienceMillis);
    http.setInstanceFollowRedirects(false);
    http.setRequestMethod("POST");
    http.setRequestProperty("User-Agent", "pumphouse");
    http.setRequestProperty("Content-Type", "text/plain; charset=utf-8");
    http.setRequestProperty("Content-Encoding", "gzip");
    login(http);
    http.setDoOutput(true);
  }

  private static Optional<Answer> answer(HttpURLConnection http) throws IOException {
    try {
      return Optional.of(new Answer(http.getResponseCode(), said(http)));
    } catch (SocketTimeoutException _) {
      http.disconnect(); // its answer to this would be taken for the next
      return Optional.empty();
    }
  }

  private void login(HttpURLConnection http) throws IOException {
    String secret = SecretFile.of(config.secretFile());
    if (!config.user().isEmpty()) {
      byte[] both = (config.user() + ":" + secret).getBytes(UTF_8);
      http.setRequestProperty("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
    } else if (!secret.isEmpty()) {
      http.setRequestProperty("Authorization", "Token " + secret);
    }
  }

  private static String said(HttpURLConnection http) throws IOException {
    InputStream words =
        http.getResponseCode() < 400 ? http.getInputStream() : http.getErrorStream();
    if (words == null) { // an answer without a body
      return "";
    }
    try (words) {
      return new String(words.readNBytes(LONGEST_TEXT), UTF_8);
    }
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8);
  }
}
