package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whoever owns an agent, and sets things by its API while it runs. */
final class Steward implements AutoCloseable {
  private static final Pattern CODE = Pattern.compile("\\b\\w{4}-\\w{4}-\\w{4}\\b");
  private static final Pattern CSRF = Pattern.compile("\"csrf\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Product product;
  private final String cookie;
  private final String csrf;

  /** Claims an agent that nobody owns yet. */
  Steward(Product product) throws IOException, InterruptedException {
    this.product = product;
    String claim =
        "{\"code\":\"%s\",\"user\":\"anna\",\"password\":\"correct horse battery\"}"
            .formatted(code(product));
    HttpResponse<String> let = send("POST", "/api/v1/claim", claim, Map.of());
    this.cookie = let.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    this.csrf = found(CSRF, let.body()).group(1);
  }

  private static String code(Product product) throws InterruptedException {
    List<String> asked = List.of("claim-code", "--data", product.data().toString());
    try (Child teller = new Child(Map.of(), Product.command(asked))) {
      return found(CODE, teller.output()).group();
    }
  }

  private static Matcher found(Pattern wanted, String text) {
    Matcher matcher = wanted.matcher(text);
    assertThat(matcher.find()).as("%s in %s", wanted, text).isTrue();
    return matcher;
  }

  /** It holds as soon as this returns. */
  void set(String key, String value) throws IOException, InterruptedException {
    Map<String, String> proof = Map.of("Cookie", cookie, "X-CSRF-Token", csrf);
    send("PATCH", "/api/v1/settings", "{\"%s\":\"%s\"}".formatted(key, value), proof);
  }

  private HttpResponse<String> send(
      String method, String path, String body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(product.dashboard().resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer;
  }

  @Override
  public void close() {
    http.close();
  }
}
