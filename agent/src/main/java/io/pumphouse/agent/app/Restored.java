package io.pumphouse.agent.app;

import io.pumphouse.agent.backup.restore.Swap;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backup that was prepared takes its place before anybody opens what it replaces.
 *
 * @param news what was restored, for the events; at most one
 * @param checks what went wrong
 */
record Restored(List<String> news, List<Check> checks) {
  private static final Logger LOG = LoggerFactory.getLogger(Restored.class);

  /** For an agent that starts, which tells what was restored since the last one. */
  static Restored in(Path data) {
    Swap swap = new Swap(data);
    return swap(
        () -> {
          swap.finish();
          List<String> news = swap.news().stream().toList();
          news.forEach(LOG::info);
          return news;
        });
  }

  /** For a command that opens the files where no agent runs. */
  static Restored quietly(Path data) {
    return Swap.isNeeded(data)
        ? swap(() -> new Swap(data).finish().stream().toList())
        : new Restored(List.of(), List.of());
  }

  /** A swap that may fail. */
  private interface Swapping {
    List<String> swap() throws IOException;
  }

  private static Restored swap(Swapping swapping) {
    try {
      return new Restored(swapping.swap(), List.of());
    } catch (IOException e) {
      LOG.warn("a backup that was to be restored is not wholly in its place: {}", e.toString());
      return new Restored(
          List.of(),
          List.of(
              Check.degraded(
                  "restore",
                  "a backup is not wholly in its place: " + e,
                  "check owner and room of the data folder, then restart the agent")));
    }
  }
}
