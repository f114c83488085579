package io.pumphouse.web.route;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every address of the server. It is the specification of who may do what: none can be added
 * without saying whom it answers, and the tests of access walk it. Filled on one thread before the
 * server starts, read from any after that.
 */
public final class RouteTable {
  private final Map<String, Route> routes = new LinkedHashMap<>();

  public RouteTable get(Need need, String path, Handler handler) {
    return add(HandlerType.GET, need, path, handler);
  }

  public RouteTable head(Need need, String path, Handler handler) {
    return add(HandlerType.HEAD, need, path, handler);
  }

  public RouteTable post(Need need, String path, Handler handler) {
    return add(HandlerType.POST, need, path, handler);
  }

  public RouteTable put(Need need, String path, Handler handler) {
    return add(HandlerType.PUT, need, path, handler);
  }

  public RouteTable patch(Need need, String path, Handler handler) {
    return add(HandlerType.PATCH, need, path, handler);
  }

  public RouteTable delete(Need need, String path, Handler handler) {
    return add(HandlerType.DELETE, need, path, handler);
  }

  /** The route that answers this method at this address. */
  public Route at(HandlerType method, String path) {
    return Optional.ofNullable(routes.get(method.name() + " " + path))
        .orElseThrow(() -> new IllegalArgumentException(path + " is not declared"));
  }

  /** All of them, in the order they were declared. */
  public Collection<Route> routes() {
    return List.copyOf(routes.values());
  }

  private RouteTable add(HandlerType method, Need need, String path, Handler handler) {
    Route route = new Route(method, path, need, handler);
    if (routes.putIfAbsent(route.name(), route) != null) {
      throw new IllegalArgumentException(route.name() + " is declared twice");
    }
    return this;
  }
}
