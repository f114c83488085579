package io.pumphouse.web.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.StoredBackup;
import io.pumphouse.web.page.Age;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One backup on a medium, in words. Public because compiled templates live in a package of their
 * own.
 *
 * @param id names it in orders
 * @param mark tells it from the others of its page
 * @param name what its files are called
 * @param job the id of the job that made it; empty if it does not say
 * @param agent the word of the agent that made it; empty if it does not say
 * @param made when, by the site's clocks; empty if it does not say
 * @param ago the same from now
 * @param newest when its newest reading was taken; empty if it does not say
 * @param verified when it was last read back; empty if that was when it was made
 * @param versions of its databases
 * @param free what was free on the medium once it lay there; empty if it does not say
 * @param trouble why it cannot be restored, in English; empty if nothing is known against it
 * @param objection why deleting it needs a second word: {@code foreign}, {@code last}, or empty
 */
public record StoredView(
    String id,
    String mark,
    String name,
    String job,
    String agent,
    boolean isOurs,
    String made,
    String ago,
    String newest,
    String verified,
    String size,
    String rows,
    String versions,
    String free,
    String trouble,
    String objection) {

  static StoredView of(Tongue tongue, Pages pages, Instant now, Medium medium, StoredBackup it) {
    StoredBackup.Inside inside = it.inside();
    boolean isVerified = it.isSound() && it.verified().isAfter(it.taken());
    return new StoredView(
        it.id(),
        Integer.toHexString(it.id().hashCode()),
        stem(it.id()),
        it.job(),
        inside.agent(),
        it.isOurs(),
        moment(tongue, pages, it.taken()),
        Age.coarse(tongue, Duration.between(it.taken(), now)),
        moment(tongue, pages, inside.newest()),
        isVerified ? moment(tongue, pages, it.verified()) : "",
        Amount.bytes(tongue, it.bytes()),
        Amount.count(tongue, inside.rows()),
        inside.versions().entrySet().stream()
            .map(StoredView::version)
            .collect(Collectors.joining(", ")),
        inside.free() < 0 ? "" : Amount.bytes(tongue, inside.free()),
        it.trouble(),
        objection(medium, it));
  }

  private static String version(Map.Entry<String, Long> database) {
    return database.getKey() + " " + database.getValue();
  }

  private static String moment(Tongue tongue, Pages pages, Instant at) {
    return at.equals(Instant.EPOCH) ? "" : pages.moment(tongue, at);
  }

  /** What the engine will object, so that it is asked before. */
  private static String objection(Medium medium, StoredBackup backup) {
    if (!backup.isOurs()) {
      return "foreign";
    }
    long sound =
        medium.backups().stream()
            .filter(it -> it.isSound() && it.isOurs() && it.job().equals(backup.job()))
            .count();
    return backup.isSound() && sound == 1 ? "last" : "";
  }

  /** Without the id of the medium. */
  static String stem(String id) {
    return id.substring(id.indexOf('.') + 1);
  }

  /** Whether nothing is known against it. */
  public boolean isSound() {
    return trouble.isEmpty();
  }

  /** Its id as a part of an address. */
  public String coded() {
    return URLEncoder.encode(id, UTF_8).replace("+", "%20");
  }
}
