package io.pumphouse.web.live;

import io.pumphouse.web.route.Arrival;
import io.pumphouse.web.route.Caller;
import jakarta.servlet.http.HttpServletRequest;

/** Who opens a live connection, as the doors before it have found. */
record Newcomer(String user, String proof, String address) {
  static Newcomer of(HttpServletRequest request) {
    String address = Arrival.of(request).address();
    return switch (Caller.of(request)) {
      case Caller.Nobody _ -> new Newcomer("", "", address);
      case Caller.Somebody(var identity, _) ->
          new Newcomer(identity.user(), identity.proof().id(), address);
    };
  }
}
