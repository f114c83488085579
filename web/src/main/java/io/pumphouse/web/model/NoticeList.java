package io.pumphouse.web.model;

import java.util.List;

/** What the file says that names the receivers of notices. Immutable. */
public sealed interface NoticeList {
  /** Where it is, or is to be. */
  String file();

  /** All of them, in its order; none without a file. */
  record Known(String file, List<NoticeReceiver> receivers) implements NoticeList {
    public Known {
      receivers = List.copyOf(receivers);
    }
  }

  /** Nobody is told anything: it cannot be used, and every reason why. */
  record Wrong(String file, List<String> problems) implements NoticeList {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }
}
