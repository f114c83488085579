package io.pumphouse.hal.rego;

import io.pumphouse.hal.rego.Outcome.Answered;
import io.pumphouse.hal.rego.Outcome.Trouble;
import io.pumphouse.hal.rego.Outcome.Unanswered;
import io.pumphouse.hal.rego.Question.Entry;
import io.pumphouse.hal.rego.Question.Logged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the two entries of the error log: both, or none. */
final class LogReading {
  private final RegoBus bus;
  private final Contact contact;

  LogReading(RegoBus bus, Contact contact) {
    this.bus = bus;
    this.contact = contact;
  }

  ErrorLog read() {
    Optional<Trouble> gone = contact.knockIfNeeded();
    return gone.isPresent() ? unheard(gone.get()) : read(List.of(), Entry.LAST);
  }

  private ErrorLog read(List<RegoError> newer, Entry entry) {
    return switch (bus.ask(new Logged(entry))) {
      case Answered<List<RegoError>>(List<RegoError> none, var at) when none.isEmpty() ->
          new ErrorLog.Heard(newer, at);
      case Answered<List<RegoError>>(List<RegoError> one, var at) -> {
        List<RegoError> all = new ArrayList<>(newer);
        all.addAll(one);
        yield switch (entry) {
          case LAST -> read(all, Entry.PREVIOUS);
          case PREVIOUS -> new ErrorLog.Heard(all, at);
        };
      }
      case Unanswered<List<RegoError>> no -> {
        contact.doubt(no.trouble());
        yield unheard(no.trouble());
      }
    };
  }

  private static ErrorLog unheard(Trouble trouble) {
    return new ErrorLog.Unheard(trouble.fault(), trouble.next(), trouble.at());
  }
}
