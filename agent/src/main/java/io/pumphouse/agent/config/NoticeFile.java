package io.pumphouse.agent.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code notices.yaml}, the way the configuration is read. Immutable. */
public final class NoticeFile {
  private static final String EXAMPLE =
      "{id: phone, type: ntfy, url: \"https://ntfy.sh/my-topic\", on: failed overdue}";
  private static final Set<String> EVENTS =
      Set.of(
          "started",
          "succeeded",
          "warned",
          "skipped",
          "failed",
          "cancelled",
          "interrupted",
          "overdue");
  private static final Kind<NoticeConfig.Kind> TYPE =
      Choice.of(List.of(NoticeConfig.Kind.values()), NoticeConfig.Kind::word);
  private static final Kind<Set<String>> WANTS =
      new Kind<>(
          "some of " + String.join(" ", EVENTS.stream().sorted().toList()) + ", blanks between",
          NoticeFile::events);
  private static final Kind<String> MAILBOX =
      new Kind<>(
          "a mail address such as ann@example.net",
          text -> Optional.of(text).filter(it -> it.matches("[!-;=?-~]+@[!-;=?-~]+")));
  private static final Kind<String> FILE =
      new Kind<>(
          "an absolute path of a file with mode 0600",
          text -> Optional.of(text).filter(it -> it.matches("/[A-Za-z0-9_./@+-]*")));

  /** Reads the file and checks all of it; nothing it can contain makes this throw. */
  public NoticesLoaded read(Path file) {
    if (Files.notExists(file)) {
      return new NoticesLoaded.Valid(List.of());
    }
    Problems problems = new Problems(file.toString());
    Optional<NoticesLoaded.Valid> read =
        SourceText.of(file, problems)
            .flatMap(text -> Tree.of(text, problems))
            .map(
                root ->
                    Section.read(
                        root,
                        problems,
                        it ->
                            new NoticesLoaded.Valid(it.each("notices", EXAMPLE, this::receiver))));
    return read.filter(_ -> problems.isEmpty())
        .<NoticesLoaded>map(it -> it)
        .orElseGet(() -> new NoticesLoaded.Wrong(problems.inLineOrder()));
  }

  private Optional<NoticeConfig> receiver(Section entry) {
    Optional<NoticeConfig.Kind> kind = entry.required("type", TYPE);
    boolean isMail = kind.filter(NoticeConfig.Kind.MAIL::equals).isPresent();
    Optional<String> id = entry.required("id", JobSection.line("a name"));
    Optional<String> url = entry.required("url", isMail ? url("smtp") : url("http"));
    Set<String> wants = entry.optional("on", WANTS, usual(kind));
    String secret = entry.optional("secret-file", FILE, "");
    String user = isMail ? entry.optional("user", JobSection.line("a name"), "") : "";
    Optional<String> from = isMail ? entry.required("from", MAILBOX) : Optional.of("");
    Optional<String> to = isMail ? entry.required("to", MAILBOX) : Optional.of("");
    return id.flatMap(
        name ->
            kind.flatMap(
                what ->
                    url.flatMap(
                        at ->
                            from.flatMap(
                                sender ->
                                    to.map(
                                        whom ->
                                            new NoticeConfig(
                                                name, what, at, wants, secret, user, sender,
                                                whom))))));
  }

  /** A watcher wants to hear of everything; people, of what needs them. */
  private static Set<String> usual(Optional<NoticeConfig.Kind> kind) {
    return kind.filter(
                it -> it == NoticeConfig.Kind.HEALTHCHECKS || it == NoticeConfig.Kind.WEBHOOK)
            .isPresent()
        ? EVENTS
        : Set.of("warned", "skipped", "failed", "interrupted", "overdue");
  }

  private static Optional<Set<String>> events(String text) {
    Set<String> events = Set.copyOf(List.of(text.strip().split(" +")).stream().distinct().toList());
    return Optional.of(events).filter(EVENTS::containsAll);
  }

  private static Kind<String> url(String scheme) {
    return new Kind<>(
        "an address such as " + scheme + "s://host.example.net",
        text -> Optional.of(text).filter(it -> isUrl(it, scheme)));
  }

  private static boolean isUrl(String text, String scheme) {
    try {
      URI uri = URI.create(text);
      return (scheme.equals(uri.getScheme()) || (scheme + "s").equals(uri.getScheme()))
          && uri.getHost() != null;
    } catch (IllegalArgumentException _) {
      return false; // the way to say no
    }
  }
}
