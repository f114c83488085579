package io.pumphouse.web.access;

import io.javalin.http.HttpStatus;
import io.pumphouse.web.api.Problem;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What is answered where Jetty itself refuses, before or behind every route: the status and nothing
 * of our insides, where Jetty would print the exception. Thread-safe.
 */
public final class BareErrors implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    HttpStatus status = HttpStatus.forStatus(response.getStatus());
    SafeHeaders.setOn(response.getHeaders()::put);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    String problem = Problem.of(status, "the request cannot be answered like this").json();
    Content.Sink.write(response, true, problem, callback);
    return true;
  }
}
