package io.pumphouse.web.route;

import io.pumphouse.web.model.Identity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** Who asks. Immutable. */
public sealed interface Caller {
  String MAY_READ = Caller.class.getName() + ".mayRead";

  /** Nobody we know. */
  record Nobody() implements Caller {}

  /**
   * Somebody with an account.
   *
   * @param identity who, and how it was proved
   * @param formKey what a form of ours carries and a foreign page cannot know; empty for programs
   */
  record Somebody(Identity identity, String formKey) implements Caller {}

  /** Who sends this request, as the doorkeeper has found. */
  static Caller of(HttpServletRequest request) {
    return (Caller)
        Objects.requireNonNull(
            request.getAttribute(Caller.class.getName()), "no doorkeeper was passed");
  }

  /** The same, where perhaps no door was passed: then nobody we know. */
  static Caller ifAny(HttpServletRequest request) {
    return request.getAttribute(Caller.class.getName()) instanceof Caller caller
        ? caller
        : new Nobody();
  }

  /** Who sends this request, where the route lets nobody in without an account. */
  static Identity known(HttpServletRequest request) {
    return switch (of(request)) {
      case Somebody(Identity identity, _) -> identity;
      case Nobody _ -> throw new IllegalStateException("the route is open to everybody");
    };
  }

  /** Whether whoever sends this request may read, where a route answers others too. */
  static boolean mayRead(HttpServletRequest request) {
    return Boolean.TRUE.equals(request.getAttribute(MAY_READ));
  }

  /** Pins it to the request, for whoever answers. */
  default void pinTo(HttpServletRequest request, boolean mayRead) {
    request.setAttribute(Caller.class.getName(), this);
    request.setAttribute(MAY_READ, mayRead);
  }
}
