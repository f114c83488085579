package io.pumphouse.agent.access;

import io.pumphouse.agent.command.LocalAccounts.Told;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.web.model.Access;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Visitor;
import java.nio.file.Path;
import java.util.List;

/** A data folder with a porter at its door, who can be sent away and come back. */
final class House implements AutoCloseable {
  static final Visitor KITCHEN = new Visitor("192.0.2.30", "Phone");
  static final Visitor ELSEWHERE = new Visitor("198.51.100.7", "Script");
  static final String PASSWORD = "four words make one";

  /** bcrypt's least: the tests are about everything else. */
  private static final int ROUNDS = 4;

  final HandTime time;
  final Path folder;
  final Ledger ledger;
  final Porter porter;

  House(Path folder, HandTime time) {
    this.folder = folder;
    this.time = time;
    this.ledger = new Ledger(folder.resolve("ledger.db"), "boot", time);
    ledger.start();
    this.porter =
        new Porter(folder.resolve("access.yaml"), ledger.sessions(), ledger::note, time, ROUNDS);
    porter.open();
    ledger.latest(1); // Waits for the turn of the recalling.
  }

  Access access() {
    return porter.access();
  }

  String code() {
    return switch (porter.claimCode()) {
      case Told.Secret(String code) -> code;
      case Told.No no -> throw new AssertionError(no);
    };
  }

  /** Anna makes the first account and comes in. */
  Entry.LetIn claimed() {
    return letIn(access().accounts().claim(code(), "anna", PASSWORD, KITCHEN));
  }

  Entry logIn(String user, String password, Visitor from) {
    return access().sessions().logIn(user, password, from);
  }

  Entry.LetIn letIn(Entry entry) {
    if (entry instanceof Entry.LetIn in) {
      return in;
    }
    throw new AssertionError(entry);
  }

  Identity anna() {
    return letIn(logIn("anna", PASSWORD, KITCHEN)).identity();
  }

  List<String> events(Event.Kind kind) {
    return ledger.latest(100).stream()
        .filter(event -> event.kind() == kind)
        .map(Event::text)
        .toList();
  }

  @Override
  public void close() {
    ledger.close();
  }
}
