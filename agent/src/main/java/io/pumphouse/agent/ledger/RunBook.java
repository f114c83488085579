package io.pumphouse.agent.ledger;

import io.pumphouse.agent.backup.RunMemory;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers the runs of backup jobs in {@code ledger.db}. Thread-safe. */
final class RunBook implements RunMemory {
  private static final Logger LOG = LoggerFactory.getLogger(RunBook.class);

  private final String bootId;
  private final Database database;
  private final Consumer<Event> notes;
  private final TimeSource time;

  RunBook(String bootId, Database database, Consumer<Event> notes, TimeSource time) {
    this.bootId = bootId;
    this.database = database;
    this.notes = notes;
    this.time = time;
  }

  @Override
  public OptionalLong begin(JobRun draft) {
    long mono = time.now().sinceBoot().toMillis();
    Outcome<Long> outcome = database.run(session -> RunRows.begin(session, bootId, mono, draft));
    return switch (outcome) {
      case Done<Long>(Long id) -> OptionalLong.of(id);
      case Failed<Long>(var why) -> {
        LOG.warn("a run of {} cannot be written down: {}", draft.job(), why.cause());
        yield OptionalLong.empty();
      }
    };
  }

  @Override
  public boolean note(JobRun run) {
    return isDone(session -> RunRows.note(session, run), "run " + run.id());
  }

  @Override
  public void child(long run, int attempt, long pid, long startTicks) {
    long wall = time.wall().toEpochMilli();
    isDone(session -> RunRows.child(session, run, attempt, pid, startTicks, wall), "run " + run);
  }

  @Override
  public Map<String, Past> pasts() {
    return found(RunRows::pasts).stream()
        .collect(Collectors.toMap(past -> past.latest().job(), past -> past));
  }

  @Override
  public List<Sum> sums(String job, List<Span> days) {
    return found(session -> RunRows.sums(session, job, days));
  }

  @Override
  public List<JobRun> runs(String job, long before, int most) {
    return found(session -> RunRows.of(session, job, before, most));
  }

  @Override
  public Optional<JobRun> run(long id) {
    return found(session -> RunRows.of(session, id)).stream().findFirst();
  }

  @Override
  public List<JobRun> unfinished() {
    return found(RunRows::unfinished);
  }

  @Override
  public List<JobRun> interrupted() {
    return found(RunRows::interrupted);
  }

  @Override
  public void tell(Deed deed, String text) {
    Event.Kind kind =
        switch (deed) {
          case DELETED -> Event.Kind.BACKUP_DELETED;
          case EJECTED -> Event.Kind.MEDIUM_EJECTED;
        };
    notes.accept(new Event(time.now(), kind, "", text));
  }

  @Override
  public boolean dismiss(List<Long> runs) {
    return isDone(session -> RunRows.dismiss(session, runs), "the recovery list");
  }

  private boolean isDone(Consumer<Session> work, String what) {
    Outcome<Boolean> outcome =
        database.run(
            session -> {
              work.accept(session);
              return true;
            });
    if (outcome instanceof Failed<Boolean>(var why)) {
      LOG.warn("{} cannot be written down: {}", what, why.cause());
    }
    return outcome instanceof Done<Boolean>;
  }

  private <T> List<T> found(Function<Session, List<T>> query) {
    Outcome<List<T>> outcome = database.run(query::apply);
    return switch (outcome) {
      case Done<List<T>>(List<T> rows) -> rows;
      case Failed<List<T>> _ -> List.of(); // the ledger's check tells why
    };
  }
}
