package io.pumphouse.web.route;

/** Whom a route answers. From left to right ever fewer. */
public enum Need {
  /** Everybody, also before there is any account: only what lets people in, and their pictures. */
  PUBLIC,
  /** Who may read: everybody, or whoever has an account, as {@code web: read-access:} says. */
  READER,
  /** Whoever has an account. */
  VIEWER,
  /** Who may change what the pump does. */
  TECHNICIAN,
  /** Who may change who may do what. */
  OWNER
}
