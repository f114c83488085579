package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.web.model.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The disk fails under a store at work, and gets well again: hearing goes on, nothing is lost. */
final class DiskTroubleTest {
  private static final Instant START = new HandTime().wall();

  @TempDir Path folder;

  /** Numbers of errno(3): EIO, EROFS as after a remount, ENOSPC. */
  @ParameterizedTest
  @CsvSource({"5, kernel log", "30, remounted read-only", "28, free some space"})
  void storingResumesByItself(int error, String advice) throws Exception {
    Path trouble = folder.resolve("trouble");
    Path file = folder.resolve("readings.db");
    Path library = Preload.library(folder, "trouble");
    long last;
    try (Child diarist =
        new Child(
            Map.of("LD_PRELOAD", library.toString(), "TROUBLE", trouble.toString()),
            Preload.java(Diarist.class.getName(), file.toString()))) {
      diarist.await("well, stored");
      Files.writeString(trouble, String.valueOf(error));
      diarist.await("trouble: .*" + advice);
      long before = Long.parseLong(diarist.await("heard (\\d+)").group(1));
      diarist.await("heard " + (before + 500));
      Files.delete(trouble);
      diarist.await("well, stored");
      diarist.tell("end");
      last = Long.parseLong(diarist.await("end (\\d+)").group(1));
    }

    assertThat(numbers(file)).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
    assertThat(folder.toFile().list()).noneMatch(name -> name.contains("damaged"));
  }

  private static List<Long> numbers(Path file) {
    List<Long> numbers = new ArrayList<>();
    try (ReadingStore store = Diarist.store(file, new HandTime())) {
      assertThat(
              store
                  .recollection()
                  .each(
                      Diarist.HOUSE,
                      Set.of(Diarist.NUMBER),
                      new Span(START, START.plus(Duration.ofDays(1))),
                      sample -> numbers.add(((Reading) sample).raw())))
          .isInstanceOf(Done.class);
    }
    return numbers;
  }
}
