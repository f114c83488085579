package io.pumphouse.web.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The backup jobs as their owner defined them. Thread-safe; reads and writes the disk, so ask on a
 * thread that may wait.
 */
public interface Jobs {
  /** All jobs in the order of {@code jobs.yaml}, with how they stand. */
  List<JobCard> list();

  /** One of them; empty if there is none of that id. */
  Optional<JobCard> job(String id);

  /**
   * What speaks against a job of these settings, apart from other jobs; nothing is saved. For those
   * who fill in a form.
   */
  List<JobObjection> objections(String id, Map<String, String> settings);

  /** The programs that jobs need, as they are on this machine. Starts them to ask. */
  List<JobTool> tools();

  /** A new job of these settings, the keys those of {@code jobs.yaml}. */
  JobAnswer create(String id, Map<String, String> settings);

  /** Changes these settings of a job; an empty value takes one back to its default. */
  JobAnswer edit(String id, Map<String, String> changes);

  /**
   * Makes a second job with the settings of the first, disabled until somebody has looked at it.
   */
  JobAnswer duplicate(String id, String copy);

  /** Forgets a job that is not running; its runs and what it copied stay. */
  JobAnswer delete(String id);
}
