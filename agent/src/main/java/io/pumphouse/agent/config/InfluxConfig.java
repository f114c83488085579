package io.pumphouse.agent.config;

import java.net.URI;

/**
 * A server that takes InfluxDB's line protocol over HTTP. Immutable.
 *
 * @param url its address, without the path of writing
 * @param place where on it readings go
 * @param user who logs in with the secret as password; empty where the secret is a token
 * @param secretFile a password or token, mode 0600; empty for none
 * @param caFile a certificate to trust besides the machine's own, in PEM; empty for none
 * @param isPredecessors whether series are named as the predecessor's were
 * @param isFromOldest whether it gets what was stored before it was named here
 */
public record InfluxConfig(
    URI url,
    Place place,
    String user,
    String secretFile,
    String caFile,
    boolean isPredecessors,
    boolean isFromOldest) {

  /** Unlike that of any other place; without a secret. */
  public String address() {
    return url
        + " "
        + switch (place) {
          case Place.Database(String name) -> name;
          case Place.Bucket(String org, String name) -> org + "/" + name;
        };
  }

  /** Where readings go. */
  public sealed interface Place {
    /** A database of InfluxDB 1, and of most that are compatible. */
    record Database(String name) implements Place {}

    /** A bucket of InfluxDB 2. */
    record Bucket(String org, String name) implements Place {}
  }
}
