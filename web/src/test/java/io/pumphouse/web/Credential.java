package io.pumphouse.web;

import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.Route;
import java.util.List;

/**
 * What somebody may show.
 *
 * @param name for people
 * @param rank what it is worth; {@code PUBLIC} is nothing
 * @param isProof whether it proves that a page of ours, or a program, sends it
 * @param headers names and values
 */
record Credential(String name, Need rank, boolean isProof, List<String> headers) {
  Credential {
    headers = List.copyOf(headers);
  }

  static List<Credential> all() {
    return List.of(
        new Credential("nothing", Need.PUBLIC, true, List.of()),
        token("expired", Need.PUBLIC),
        new Credential(
            "an owner's session as token",
            Need.PUBLIC,
            true,
            List.of("Authorization", "Bearer owner-session")),
        token("viewer", Need.VIEWER),
        token("technician", Need.TECHNICIAN),
        token("owner", Need.OWNER),
        session("viewer", Need.VIEWER),
        session("technician", Need.TECHNICIAN),
        session("owner", Need.OWNER),
        cookie("a foreign cookie", Need.PUBLIC, "guessed; other=owner-session"),
        cookie("a token as cookie", Need.PUBLIC, "owner-token"),
        cookie("an owner's cookie without form key", Need.OWNER, "owner-session"),
        new Credential(
            "an owner's cookie with another's form key",
            Need.OWNER,
            false,
            List.of(
                "Cookie",
                "pumphouse=owner-session",
                "X-CSRF-Token",
                FormKeys.of("viewer-session"))));
  }

  private static Credential token(String whose, Need rank) {
    return new Credential(
        "token " + whose, rank, true, List.of("Authorization", "Bearer " + whose + "-token"));
  }

  private static Credential session(String whose, Need rank) {
    String secret = whose + "-session";
    return new Credential(
        "session " + whose,
        rank,
        true,
        List.of("Cookie", "pumphouse=" + secret, "X-CSRF-Token", FormKeys.of(secret)));
  }

  private static Credential cookie(String name, Need rank, String value) {
    return new Credential(name, rank, false, List.of("Cookie", "pumphouse=" + value));
  }

  /** The rule, said once more in other words than the doorkeeper's. */
  boolean opens(Route route, boolean isReadingOpen) {
    if (route.need() == Need.PUBLIC) {
      return true;
    }
    boolean isFalseToken = rank == Need.PUBLIC && headers.contains("Authorization");
    boolean isFree = route.need() == Need.READER && isReadingOpen && !isFalseToken;
    boolean isHighEnough = rank != Need.PUBLIC && rank.compareTo(route.need()) >= 0;
    return (isFree || isHighEnough) && (isProof || !route.changes());
  }

  @Override
  public String toString() {
    return name;
  }
}
