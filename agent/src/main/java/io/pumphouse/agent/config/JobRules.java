package io.pumphouse.agent.config;

import io.pumphouse.web.model.JobType;
import java.util.Map;
import java.util.Optional;

/** What those who run backup jobs know about whether one can be run. Pure. */
public interface JobRules {
  /** Whether this is a calendar of five fields, as in crontab(5). */
  boolean isCron(String text);

  /** What speaks against a job that is well written. */
  Optional<Objection> objection(JobType type);

  /**
   * What speaks against keeping so much.
   *
   * @param keep by the words behind {@code keep-}, each at least 1
   */
  Optional<Objection> objection(JobType type, Map<String, Integer> keep);

  /**
   * What speaks against a setting.
   *
   * @param key the setting
   * @param found what is wrong with it
   * @param accepted what may stand there
   */
  record Objection(String key, String found, String accepted) {}
}
