package io.pumphouse.web.live;

import io.pumphouse.web.model.JobRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be told about backup runs: of one that goes on only the newest, and each end once.
 * Thread-safe; there are at most as many runs as jobs.
 */
final class JobNews {
  private final Map<Long, JobRun> underWay = new LinkedHashMap<>();
  private final List<JobRun> ended = new ArrayList<>();

  /** Whether nothing was waiting to be told before. */
  synchronized boolean note(JobRun run) {
    boolean isFirst = isNone();
    if (run.state().isEnded()) {
      underWay.remove(run.id());
      ended.add(run);
    } else {
      underWay.put(run.id(), run);
    }
    return isFirst;
  }

  synchronized boolean isNone() {
    return underWay.isEmpty() && ended.isEmpty();
  }

  /** Everything to tell now, which is then told. */
  synchronized List<Message> take() {
    List<Message> messages = new ArrayList<>();
    underWay.values().forEach(run -> messages.add(Messages.jobUpdate(run)));
    ended.forEach(run -> messages.add(Messages.jobFinalUpdate(run)));
    underWay.clear();
    ended.clear();
    return messages;
  }
}
