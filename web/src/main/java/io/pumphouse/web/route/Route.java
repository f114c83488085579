package io.pumphouse.web.route;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One address of the server and whom it answers.
 *
 * @param method how it is asked; one that is not safe changes something, and then a browser must
 *     prove that a page of ours sent it
 * @param path as Javalin writes it: {@code /api/v1/pumps/{pump}}
 * @param need whom it answers
 * @param handler what answers them
 */
public record Route(HandlerType method, String path, Need need, Handler handler) {
  /** Whether asking changes anything. */
  public boolean changes() {
    return !method.equals(HandlerType.GET) && !method.equals(HandlerType.HEAD);
  }

  /** {@code POST /api/v1/session}. */
  public String name() {
    return method.name() + " " + path;
  }
}
