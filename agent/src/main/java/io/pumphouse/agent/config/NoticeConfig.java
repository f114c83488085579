package io.pumphouse.agent.config;

import java.util.Locale;
import java.util.Set;

/**
 * Who is to be told of backup runs. Immutable.
 *
 * @param url of HTTP, or {@code smtp://host:port} for mail
 * @param wants which events: {@code started}, outcomes, {@code overdue}
 * @param secretFile a token or password, mode 0600; empty for none
 * @param user of the mail server; empty to log in nowhere
 * @param from whose mail it is
 * @param to whom it goes to
 */
public record NoticeConfig(
    String id,
    Kind kind,
    String url,
    Set<String> wants,
    String secretFile,
    String user,
    String from,
    String to) {
  public NoticeConfig {
    wants = Set.copyOf(wants);
  }

  /** The kinds of receivers. */
  public enum Kind {
    WEBHOOK,
    NTFY,
    GOTIFY,
    /** A dead man's switch: its silence is what alarms. */
    HEALTHCHECKS,
    MAIL;

    /** The word in {@code notices.yaml}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
