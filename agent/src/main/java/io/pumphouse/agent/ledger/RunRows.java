package io.pumphouse.agent.ledger;

import io.pumphouse.agent.backup.RunMemory;
import io.pumphouse.agent.sqlite.Row;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunPhase;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.model.Span;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The runs of backup jobs in {@code ledger.db}. Pure functions over a session. */
final class RunRows {
  private static final String GOOD = "state IN ('succeeded', 'warned')";
  private static final String LEFT = "state = 'interrupted' AND dismissed = 0";

  static final List<String> TABLES =
      List.of(
          "CREATE TABLE job_run (id INTEGER PRIMARY KEY AUTOINCREMENT, job TEXT NOT NULL,"
              + " reason TEXT NOT NULL, state TEXT NOT NULL, wall INTEGER NOT NULL,"
              + " changed INTEGER NOT NULL, boot TEXT NOT NULL, mono INTEGER NOT NULL,"
              + " attempts INTEGER NOT NULL, percent INTEGER NOT NULL, bytes INTEGER NOT NULL,"
              + " total INTEGER NOT NULL, verified INTEGER NOT NULL, cause TEXT NOT NULL,"
              + " next TEXT NOT NULL, dismissed INTEGER NOT NULL DEFAULT 0)",
          "CREATE INDEX job_run_job ON job_run (job, id)",
          "CREATE INDEX job_run_good ON job_run (job, wall) WHERE " + GOOD,
          "CREATE TABLE job_attempt (run INTEGER NOT NULL REFERENCES job_run ON DELETE CASCADE,"
              + " attempt INTEGER NOT NULL, pid INTEGER NOT NULL, ticks INTEGER NOT NULL,"
              + " wall INTEGER NOT NULL)");

  /** From job to job through the index, not through all runs of each. */
  private static final String NEWEST =
      "WITH RECURSIVE known (job) AS (SELECT min(job) FROM job_run UNION ALL"
          + " SELECT (SELECT min(job) FROM job_run WHERE job > known.job) FROM known"
          + " WHERE known.job IS NOT NULL)"
          + " SELECT (SELECT max(id) FROM job_run WHERE job_run.job = known.job) FROM known"
          + " WHERE known.job IS NOT NULL";

  /** For pages, which never go through all runs: what was compared, and what became of each day. */
  static final List<String> INDEXES =
      List.of(
          "CREATE INDEX job_run_sound ON job_run (job, changed) WHERE verified = 1 AND " + GOOD,
          "CREATE INDEX job_run_day ON job_run (wall, job, state, bytes)",
          "CREATE INDEX job_run_left ON job_run (id) WHERE " + LEFT);

  /** As long as it is not ended or paused, somebody is at work, or was when the lights went out. */
  private static final String UNFINISHED = "state IN ('pending', 'running', 'pausing')";

  private static final String COLUMNS =
      "id, job, reason, state, wall, changed, attempts, percent, bytes, total, verified, cause,"
          + " next";
  private static final String SELECT = "SELECT " + COLUMNS + " FROM job_run ";

  /** So many runs are remembered. */
  private static final int KEPT = 20_000;

  private RunRows() {}

  static long begin(Session session, String boot, long mono, JobRun run) {
    session.run(
        "INSERT INTO job_run (job, reason, state, wall, changed, boot, mono, attempts, percent,"
            + " bytes, total, verified, cause, next) VALUES (?,?,?,?,?,?,?,0,-1,0,-1,0,'','')",
        run.job(),
        run.reason(),
        run.state().word(),
        run.began().toEpochMilli(),
        run.changed().toEpochMilli(),
        boot,
        mono);
    long id = session.number("SELECT last_insert_rowid()");
    session.run("DELETE FROM job_run WHERE id <= ?", id - KEPT);
    return id;
  }

  static void note(Session session, JobRun run) {
    session.run(
        "UPDATE job_run SET state = ?, changed = ?, attempts = ?, percent = ?, bytes = ?,"
            + " total = ?, verified = ?, cause = ?, next = ? WHERE id = ?",
        run.state().word(),
        run.changed().toEpochMilli(),
        run.attempts(),
        run.progress().percent(),
        run.progress().bytes(),
        run.progress().totalBytes(),
        run.isVerified() ? 1 : 0,
        run.cause(),
        run.next(),
        run.id());
  }

  static void child(Session session, long run, int attempt, long pid, long ticks, long wall) {
    session.run(
        "INSERT INTO job_attempt (run, attempt, pid, ticks, wall) VALUES (?, ?, ?, ?, ?)",
        run,
        attempt,
        pid,
        ticks,
        wall);
  }

  static List<JobRun> of(Session session, String job, long before, int most) {
    return job.isEmpty()
        ? session.rows(SELECT + "WHERE id < ? ORDER BY id DESC LIMIT ?", RunRows::run, before, most)
        : session.rows(
            SELECT + "WHERE job = ? AND id < ? ORDER BY id DESC LIMIT ?",
            RunRows::run,
            job,
            before,
            most);
  }

  static List<JobRun> of(Session session, long id) {
    return session.rows(SELECT + "WHERE id = ?", RunRows::run, id);
  }

  /** The newest run of each job, with the time of its newest good one, or else of its first. */
  static List<RunMemory.Past> pasts(Session session) {
    return session.rows(
        "SELECT "
            + COLUMNS
            + ", ifnull((SELECT max(wall) FROM job_run AS good WHERE good.job = newest.job AND "
            + GOOD
            + "), (SELECT wall FROM job_run AS first WHERE first.job = newest.job ORDER BY id"
            + " LIMIT 1)), ifnull((SELECT max(changed) FROM job_run AS sound"
            + " WHERE sound.job = newest.job AND verified = 1 AND "
            + GOOD
            + "), -1) FROM job_run AS newest"
            + " WHERE id IN ("
            + NEWEST
            + ")",
        row ->
            new RunMemory.Past(
                run(row), Instant.ofEpochMilli(row.number(14)), moment(row.number(15))));
  }

  private static List<Instant> moment(long millis) {
    return millis < 0 ? List.of() : List.of(Instant.ofEpochMilli(millis));
  }

  /** What became of the runs of these days, in one question that goes through no other run. */
  static List<RunMemory.Sum> sums(Session session, String job, List<Span> days) {
    String spans =
        days.stream()
            .map(day -> "[%d,%d]".formatted(day.from().toEpochMilli(), day.to().toEpochMilli()))
            .collect(Collectors.joining(",", "[", "]"));
    return session.rows(
        "SELECT day.key, state, count(*), sum(bytes) FROM json_each(?) AS day CROSS JOIN job_run"
            + " WHERE wall >= json_extract(day.value, '$[0]')"
            + " AND wall < json_extract(day.value, '$[1]') AND (? = '' OR job = ?)"
            + " GROUP BY day.key, state",
        row ->
            new RunMemory.Sum(
                (int) row.number(1), state(row.text(2)), (int) row.number(3), row.number(4)),
        spans,
        job,
        job);
  }

  static List<JobRun> unfinished(Session session) {
    return session.rows(SELECT + "WHERE " + UNFINISHED + " ORDER BY id", RunRows::run);
  }

  static List<JobRun> interrupted(Session session) {
    return session.rows(SELECT + "WHERE " + LEFT + " ORDER BY id", RunRows::run);
  }

  static void dismiss(Session session, List<Long> runs) {
    for (long run : runs) {
      session.run("UPDATE job_run SET dismissed = 1 WHERE id = ? AND state = 'interrupted'", run);
    }
  }

  private static JobRun run(Row row) {
    long id = row.number(1);
    String job = row.text(2);
    return new JobRun(
        id,
        job,
        row.text(3),
        state(row.text(4)),
        Instant.ofEpochMilli(row.number(5)),
        Instant.ofEpochMilli(row.number(6)),
        (int) row.number(7),
        new JobProgress(
            (int) row.number(8),
            row.number(9),
            row.number(10),
            JobProgress.UNKNOWN,
            JobProgress.UNKNOWN),
        row.number(11) != 0,
        row.text(12),
        row.text(13),
        JobRun.logName(job, id));
  }

  /** A word of a newer version counts as a failure: nothing is told better than it was. */
  private static RunState state(String word) {
    return switch (word) {
      case "pending" -> new RunState.Pending();
      case "running" -> new RunState.Running(RunPhase.SCAN); // the phase is not worth a write
      case "pausing" -> new RunState.Pausing();
      case "paused" -> new RunState.Paused();
      default ->
          new RunState.Ended(
              Arrays.stream(RunOutcome.values())
                  .filter(outcome -> outcome.word().equals(word))
                  .findFirst()
                  .orElse(RunOutcome.FAILED));
    };
  }
}
