package io.pumphouse.agent.config;

import java.util.List;

/** How reading {@code notices.yaml} ended. Immutable. */
public sealed interface NoticesLoaded {
  /** Those to tell; none without a file. */
  record Valid(List<NoticeConfig> receivers) implements NoticesLoaded {
    public Valid {
      receivers = List.copyOf(receivers);
    }
  }

  /** The file cannot be used, and every reason why. */
  record Wrong(List<Problem> problems) implements NoticesLoaded {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
