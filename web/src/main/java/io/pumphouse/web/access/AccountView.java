package io.pumphouse.web.access;

import io.pumphouse.web.live.Watching;
import io.pumphouse.web.model.Accounts.Account;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Sessions;
import io.pumphouse.web.model.Tokens;
import io.pumphouse.web.page.Tongue;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/**
 * What the account page shows. Public because compiled templates live in a package of their own.
 *
 * @param me who looks
 * @param key what its forms carry to prove where they come from
 * @param secret of the token that was just made; empty when none was
 * @param zone the calendar of its times
 */
public record AccountView(
    Identity me,
    String key,
    String secret,
    Notice notice,
    List<Account> accounts,
    List<Sessions.Open> sessions,
    List<Tokens.Issued> tokens,
    List<Watching> clients,
    ZoneId zone) {
  private static final String TO_THE_MINUTE = "d MMM yyyy, HH:mm";

  public AccountView {
    accounts = List.copyOf(accounts);
    sessions = List.copyOf(sessions);
    tokens = List.copyOf(tokens);
    clients = List.copyOf(clients);
  }

  public boolean isOwner() {
    return me.role() == Role.OWNER;
  }

  /** The roles that who looks may give to a token of theirs. */
  public List<Role> roles() {
    return Arrays.stream(Role.values()).filter(role -> me.role().includes(role)).toList();
  }

  public boolean isThis(String session) {
    return me.proof().id().equals(session);
  }

  public String time(Tongue tongue, Instant at) {
    return DateTimeFormatter.ofPattern(TO_THE_MINUTE, tongue.locale()).format(at.atZone(zone));
  }
}
