package io.pumphouse.agent.doctor;

import io.pumphouse.web.model.Doctor.Sign;
import io.pumphouse.web.model.Soundness.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads both databases through from end to end, up to two minutes each.
 *
 * @param most bytes; a larger file is left alone
 * @param check reads one through
 */
public record StoreExam(Path data, long most, Function<Path, Result> check) implements Exam {
  /** What a card reads in some seconds, for somebody who waits. */
  public static final long IN_PASSING = 64L << 20;

  @Override
  public List<Sign> signs() {
    return Stream.of("readings.db", "ledger.db").map(this::sign).toList();
  }

  private Sign sign(String file) {
    String name = "file " + file;
    if (!Files.exists(data.resolve(file))) {
      return Sign.look(name, "there is none yet", "the agent makes it when it starts");
    }
    long size = data.resolve(file).toFile().length();
    if (size > most) {
      return Sign.well(
          name,
          size / (1 << 20)
              + " MiB are not read through in passing; the page of stored readings does");
    }
    return switch (check.apply(data.resolve(file))) {
      case Result.Sound _ -> Sign.well(name, "sound: read through from end to end");
      case Result.Damaged(var where) -> Sign.bad(name, where.getFirst(), Result.Damaged.NEXT);
      case Result.Unknown(String cause, String next) -> Sign.look(name, cause, next);
    };
  }
}
