package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.tool.Verdict;

/** What an attempt came to, and whether the copy was compared with its source, or read back. */
record Result(Verdict verdict, boolean isVerified) {
  static Result unverified(Verdict verdict) {
    return new Result(verdict, false);
  }
}
