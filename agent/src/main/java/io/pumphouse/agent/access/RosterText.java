package io.pumphouse.agent.access;

import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Tokens.Issued;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** {@code access.yaml} as text: one line for each account and token. */
final class RosterText {
  private static final String HEAD =
      """
      # Who may do what. The agent writes this file; no secret can be got back from it.
      # Set a password with: pumphouse passwd NAME
      """;

  private RosterText() {}

  static String of(Roster roster) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append(roster.members().isEmpty() ? "users: []\n" : "users:\n");
    roster.members().forEach(member -> text.append(line(member)));
    text.append(roster.tokens().isEmpty() ? "tokens: []\n" : "tokens:\n");
    roster.tokens().forEach(token -> text.append(line(token)));
    return text.toString();
  }

  private static String line(Member member) {
    return "  - {name: '%s', role: %s, since: '%s', password: '%s'}\n"
        .formatted(member.name(), member.role().word(), member.since(), member.password());
  }

  private static String line(KeptToken token) {
    Issued issued = token.issued();
    return "  - {id: '%s', name: '%s', user: '%s', role: %s, since: '%s', until: '%s', secret: '%s'}\n"
        .formatted(
            issued.id(),
            issued.name().replace("'", "''"),
            issued.user(),
            issued.role().word(),
            issued.since(),
            issued.until(),
            token.digest());
  }

  /**
   * What the text says.
   *
   * @throws RuntimeException of any kind when it is not what the agent wrote
   */
  static Roster parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    Node root =
        new Composer(new ParserImpl(new StreamReader(text), options), new Resolver(), options)
            .getSingleNode();
    Map<String, Node> parts = fields(root);
    return new Roster(
        entries(parts, "users").stream().map(RosterText::member).toList(),
        entries(parts, "tokens").stream().map(RosterText::token).toList());
  }

  private static Member member(Map<String, Node> entry) {
    return new Member(
        text(entry, "name"),
        role(entry),
        text(entry, "password"),
        Instant.parse(text(entry, "since")));
  }

  private static KeptToken token(Map<String, Node> entry) {
    return new KeptToken(
        new Issued(
            text(entry, "id"),
            text(entry, "name"),
            text(entry, "user"),
            role(entry),
            Instant.parse(text(entry, "since")),
            Instant.parse(text(entry, "until"))),
        text(entry, "secret"));
  }

  private static Role role(Map<String, Node> entry) {
    String word = text(entry, "role");
    return Role.of(word)
        .orElseThrow(() -> new IllegalArgumentException("there is no role \"" + word + "\""));
  }

  private static List<Map<String, Node>> entries(Map<String, Node> parts, String key) {
    if (!(part(parts, key) instanceof SequenceNode sequence)) {
      throw new IllegalArgumentException(key + " is no list");
    }
    List<Map<String, Node>> entries = new ArrayList<>();
    sequence.getValue().forEach(entry -> entries.add(fields(entry)));
    return entries;
  }

  private static Map<String, Node> fields(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      throw new IllegalArgumentException("keys and values are missing");
    }
    Map<String, Node> fields = new HashMap<>();
    for (NodeTuple field : mapping.getValue()) {
      fields.put(((ScalarNode) field.getKeyNode()).getValue(), field.getValueNode());
    }
    return fields;
  }

  private static String text(Map<String, Node> entry, String key) {
    return ((ScalarNode) part(entry, key)).getValue();
  }

  private static Node part(Map<String, Node> entry, String key) {
    return Optional.ofNullable(entry.get(key))
        .orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
  }
}
