package io.pumphouse.agent.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code publish: mqtt:} a broker. */
final class MqttSection {
  private static final Kind<URI> URL = Urls.of(Set.of("mqtt", "mqtts"), "mqtt://192.0.2.21:1883");
  private static final Kind<Boolean> VERSION =
      Choice.of(List.of(true, false), isFive -> isFive ? "5" : "3.1.1");
  private static final Kind<Boolean> YES_NO =
      Choice.of(List.of(true, false), it -> it ? "yes" : "no");
  private static final Pattern LEVELS = Pattern.compile("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*");
  private static final Kind<String> TOPIC =
      new Kind<>(
          "levels of letters, digits, dots, hyphens and underscores, such as pumphouse or home/pump",
          text -> Optional.of(text).filter(LEVELS.asMatchPredicate()));
  private static final Kind<String> DISCOVERY =
      new Kind<>(
          "off, or a topic such as homeassistant",
          text -> text.equals("off") ? Optional.of("") : TOPIC.parse(text));
  private static final Kind<String> CLIENT_ID =
      new Kind<>(
          "1 to 23 letters and digits, such as pumphouse1",
          text -> Optional.of(text).filter(id -> id.matches("[A-Za-z0-9-]{1,23}")));

  private static final int LONGEST_ID = 23;

  private MqttSection() {}

  /** Two agents at one broker need a topic each; so they have a name each. */
  private static String clientId(String topic) {
    String id = topic.replaceAll("[^A-Za-z0-9]", "-");
    return id.substring(0, Math.min(LONGEST_ID, id.length()));
  }

  static Optional<MqttConfig> read(Section mqtt) {
    Optional<URI> url = mqtt.required("url", URL);
    String user = mqtt.optional("user", PublishSection.NAME, "");
    String secret =
        user.isEmpty() ? "" : mqtt.required("password-file", PublishSection.FILE).orElse("");
    String topic = mqtt.optional("topic", TOPIC, "pumphouse");
    boolean isVersion5 = mqtt.optional("version", VERSION, true);
    String authority = mqtt.optional("ca-file", PublishSection.FILE, "");
    String clientId = mqtt.optional("client-id", CLIENT_ID, clientId(topic));
    String discovery = mqtt.optional("discovery-prefix", DISCOVERY, "homeassistant");
    boolean hasHistory = mqtt.optional("history", YES_NO, true);
    boolean hasCommands = mqtt.optional("commands", YES_NO, false);
    boolean isFromOldest = mqtt.optional("begin-with", PublishSection.BEGIN_WITH, false);
    return url.map(
        to ->
            new MqttConfig(
                to,
                isVersion5,
                user,
                secret,
                authority,
                clientId,
                topic,
                discovery,
                hasHistory,
                hasCommands,
                isFromOldest));
  }
}
