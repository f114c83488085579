package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An error for a program, in the form of RFC 9457. Immutable.
 *
 * @param status the HTTP status
 * @param title what kind of error, the same for each of its kind
 * @param detail what was tried, what came of it, and what to do
 */
public record Problem(int status, String title, String detail) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(HttpStatus status, String detail) {
    return new Problem(status.getCode(), status.getMessage(), detail);
  }

  public String json() {
    return Json.object(
        json -> {
          json.writeStringField("type", "about:blank");
          json.writeStringField("title", title);
          json.writeNumberField("status", status);
          json.writeStringField("detail", detail);
        });
  }

  public void answer(Context context) {
    context.status(status).header(Header.CACHE_CONTROL, "no-store");
    context.contentType(MEDIA_TYPE).result(json());
  }

  /** Where no route answers. */
  public void answer(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    response.setHeader(Header.CACHE_CONTROL, "no-store");
    response.setContentType(MEDIA_TYPE);
    byte[] body = json().getBytes(StandardCharsets.UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
