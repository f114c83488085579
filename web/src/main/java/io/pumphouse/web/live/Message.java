package io.pumphouse.web.live;

import io.pumphouse.web.api.Json;

/**
 * A message from the server, made into JSON once for all clients: only the number in front of it
 * differs from client to client. Immutable.
 *
 * @param type what it is about
 * @param rest the JSON text behind the number, up to and with the closing brace
 */
record Message(String type, String rest) {
  static Message of(String type, Json.Part fields) {
    String object = Json.object(fields);
    return new Message(type, object.length() == 2 ? "}" : "," + object.substring(1));
  }

  /**
   * The frame for one client.
   *
   * @param seq one more than that of the client's message before
   */
  String numbered(long seq) {
    return "{\"type\":\"" + type + "\",\"seq\":" + seq + rest;
  }
}
