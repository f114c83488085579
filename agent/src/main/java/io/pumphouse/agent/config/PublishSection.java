package io.pumphouse.agent.config;

import io.pumphouse.agent.config.InfluxConfig.Place;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code publish:} who else gets the readings. Used for one reading. */
final class PublishSection {
  static final String EXAMPLE = "{influx: {url: \"http://192.0.2.20:8086\", database: heatpump}}";

  private static final String INFLUX_EXAMPLE =
      "{url: \"http://192.0.2.20:8086\", database: heatpump}";
  private static final String MQTT_EXAMPLE = "{url: \"mqtt://192.0.2.21:1883\"}";
  private static final String METRICS_EXAMPLE = "{access: open}";

  static final Kind<String> NAME = JobSection.line("a name");
  static final Kind<String> FILE = JobSection.line("a file");
  static final Kind<Boolean> BEGIN_WITH =
      Choice.of(List.of(false, true), isOldest -> isOldest ? "stored-readings" : "new-readings");
  private static final Kind<URI> URL = Urls.of(Set.of("http", "https"), "http://192.0.2.20:8086");
  private static final Kind<Boolean> SCHEMA =
      Choice.of(List.of(false, true), isOld -> isOld ? "predecessor" : "pumphouse");
  private static final Kind<Boolean> ACCESS =
      Choice.of(List.of(false, true), isOpen -> isOpen ? "open" : "as-reading");

  private final int pumps;

  /**
   * A reader of the section.
   *
   * @param pumps how many there are in the same file
   */
  PublishSection(int pumps) {
    this.pumps = pumps;
  }

  PublishConfig read(Section publish) {
    return new PublishConfig(
        one(publish.has("influx") ? influx(publish) : Optional.empty()),
        one(publish.has("mqtt") ? mqtt(publish) : Optional.empty()),
        publish.has("metrics")
            && publish
                .within(
                    "metrics",
                    METRICS_EXAMPLE,
                    metrics -> metrics.optional("access", ACCESS, false))
                .orElse(false));
  }

  private static <T> Set<T> one(Optional<T> one) {
    return one.map(Set::of).orElse(Set.of());
  }

  private static Optional<MqttConfig> mqtt(Section publish) {
    return publish.within("mqtt", MQTT_EXAMPLE, MqttSection::read).flatMap(it -> it);
  }

  private Optional<InfluxConfig> influx(Section publish) {
    return publish.within("influx", INFLUX_EXAMPLE, this::server).flatMap(it -> it);
  }

  private Optional<InfluxConfig> server(Section influx) {
    Optional<URI> url = influx.required("url", URL);
    Optional<Place> place = place(influx);
    String user = influx.optional("user", NAME, "");
    String secret =
        user.isEmpty()
            ? influx.optional("token-file", FILE, "")
            : influx.required("password-file", FILE).orElse("");
    String authority = influx.optional("ca-file", FILE, "");
    boolean isOld = influx.optional("schema", SCHEMA, false);
    boolean isFromOldest = influx.optional("begin-with", BEGIN_WITH, false);
    if (isOld && pumps > 1) {
      influx.refuse("schema", "pumphouse: the predecessor's schema cannot tell two pumps apart");
    }
    return url.flatMap(
        to ->
            place.map(
                in -> new InfluxConfig(to, in, user, secret, authority, isOld, isFromOldest)));
  }

  private static Optional<Place> place(Section influx) {
    if (!influx.has("bucket")) {
      return influx.required("database", NAME).map(Place.Database::new);
    }
    Optional<String> org = influx.required("org", NAME);
    return influx
        .required("bucket", NAME)
        .flatMap(bucket -> org.map(it -> new Place.Bucket(it, bucket)));
  }
}
