package io.pumphouse.agent.backup.notice;

import io.pumphouse.agent.config.NoticeConfig;
import io.pumphouse.web.model.JobAnswer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Tries all receivers at once, and waits for none of them longer than somebody would. */
record Trial(Courier courier, long patienceMillis) {
  private static final Notice NOTICE =
      new Notice("test", "test", 0, "this is a trial of the notices of pumphouse", "");

  /** What each of them said, in their order. */
  List<JobAnswer> of(List<NoticeConfig> receivers) {
    ExecutorService all = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Callable<JobAnswer>> trials =
          receivers.stream().map(to -> (Callable<JobAnswer>) () -> tried(to)).toList();
      List<Future<JobAnswer>> answers =
          all.invokeAll(trials, patienceMillis, TimeUnit.MILLISECONDS);
      return IntStream.range(0, answers.size())
          .mapToObj(at -> answer(receivers.get(at), answers.get(at)))
          .toList();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return List.of(new JobAnswer.Refused("the agent ends", "try again when it runs"));
    } finally {
      all.shutdownNow(); // and not closed: looking up a name cannot be interrupted
    }
  }

  private JobAnswer tried(NoticeConfig to) {
    return named(to, courier.bring(to, NOTICE));
  }

  private static JobAnswer named(NoticeConfig to, JobAnswer answer) {
    return switch (answer) {
      case JobAnswer.Done done -> done;
      case JobAnswer.Refused(var cause, var next) ->
          new JobAnswer.Refused(to.id() + " did not take it: " + cause, next);
    };
  }

  private JobAnswer answer(NoticeConfig to, Future<JobAnswer> trial) {
    return switch (trial.state()) {
      case SUCCESS -> trial.resultNow();
      case FAILED -> throw new IllegalStateException(trial.exceptionNow());
      case CANCELLED, RUNNING -> named(to, courier.late(to, NOTICE));
    };
  }
}
