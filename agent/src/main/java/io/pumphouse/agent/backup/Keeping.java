package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.keep.Policy;
import io.pumphouse.web.model.Chore;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.Media;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.Restoring;
import io.pumphouse.web.model.RetentionPreview;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What lies where snapshots go, as people see it and handle it. Thread-safe. */
final class Keeping implements Media {
  private final Places places;
  private final Chores chores;
  private final Handling handling;
  private final Ejecting ejecting;
  private final Foresight foresight;

  Keeping(
      Site site,
      JobShelf shelf,
      Standing standing,
      Turnstile turnstile,
      List<SnapshotSource> sources) {
    this.places = new Places(site, shelf);
    this.chores = new Chores(turnstile, site.time());
    this.handling = new Handling(site, places, chores, sources);
    this.ejecting = new Ejecting(site, places, chores);
    this.foresight = new Foresight(site, standing, places);
  }

  @Override
  public List<Medium> media() {
    return places.media();
  }

  @Override
  public JobAnswer verify(String backup) {
    return handling.verify(backup);
  }

  @Override
  public JobAnswer delete(String backup, boolean isForced, String who) {
    return handling.delete(backup, isForced, who);
  }

  @Override
  public JobAnswer restore(String backup) {
    return handling.restore(backup);
  }

  @Override
  public Restoring restoring() {
    return handling.restoring();
  }

  @Override
  public Optional<Chore> chore() {
    return chores.newest();
  }

  @Override
  public JobAnswer withdrawRestore() {
    return handling.withdraw();
  }

  @Override
  public List<Path> files(String backup) {
    return handling.files(backup);
  }

  @Override
  public JobAnswer eject(String medium, String who) {
    return ejecting.eject(medium, who);
  }

  @Override
  public RetentionPreview retentionPreview(String job) {
    return foresight.of(job);
  }

  @Override
  public RetentionPreview retentionPreview(String job, Map<String, Integer> keep) {
    return foresight.of(job, new Policy(keep));
  }
}
