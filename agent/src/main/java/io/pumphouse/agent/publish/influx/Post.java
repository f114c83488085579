package io.pumphouse.agent.publish.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pumphouse.agent.config.InfluxConfig;
import io.pumphouse.agent.config.InfluxConfig.Place;
import io.pumphouse.agent.config.SecretFile;
import io.pumphouse.agent.publish.ship.Trusted;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Base64;
import javax.net.ssl.HttpsURLConnection;

/** Sends lines over HTTP. Immutable. */
final class Post {
  private static final int CONNECT_MILLIS = 10_000;

  /** A server that merges its files on a slow disk may take this long. */
  private static final int ANSWER_MILLIS = 30_000;

  private static final int LONGEST_TEXT = 300;

  private final InfluxConfig config;
  private final URI address;

  Post(InfluxConfig config) {
    this.config = config;
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
   * @throws IOException if there was none; its message names no secret
   */
  Answer send(byte[] packed) throws IOException {
    if (!(address.toURL().openConnection() instanceof HttpURLConnection http)) {
      throw new IOException("no address of HTTP");
    }
    if (http instanceof HttpsURLConnection https && !config.caFile().isEmpty()) {
      https.setSSLSocketFactory(Trusted.by(config.caFile()));
    }
    try {
      http.setConnectTimeout(CONNECT_MILLIS);
      http.setReadTimeout(ANSWER_MILLIS);
      http.setInstanceFollowRedirects(false);
      http.setRequestMethod("POST");
      http.setRequestProperty("User-Agent", "pumphouse");
      http.setRequestProperty("Content-Type", "text/plain; charset=utf-8");
      http.setRequestProperty("Content-Encoding", "gzip");
      login(http);
      http.setDoOutput(true);
      http.setFixedLengthStreamingMode(packed.length); // it is never sent twice behind our back
      http.getOutputStream().write(packed);
      return new Answer(http.getResponseCode(), said(http));
    } catch (IOException e) {
      http.disconnect(); // whatever lies in its way would be taken for the next answer
      throw e;
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

  /** The server's own words, without what would not go on a line. */
  private static String said(HttpURLConnection http) throws IOException {
    InputStream words =
        http.getResponseCode() < 400 ? http.getInputStream() : http.getErrorStream();
    if (words == null) { // an answer without a body
      return "";
    }
    try (words) {
      String text = new String(words.readNBytes(LONGEST_TEXT), UTF_8);
      return text.replaceFirst("(?s)^\\s*\\{\\s*\"error\"\\s*:\\s*\"(.*?)\"\\s*}.*$", "$1")
          .replaceAll("[\\p{Cntrl}\\s]+", " ")
          .strip();
    }
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8);
  }
}
