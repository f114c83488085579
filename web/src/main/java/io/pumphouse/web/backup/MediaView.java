package io.pumphouse.web.backup;

import java.util.List;

/**
 * What lies on the media. Public because compiled templates live in a package of their own.
 *
 * @param sayings what came of the order before; none or one
 * @param restore what is to be restored
 * @param chores what is done with a medium now, or was last; none or one
 * @param media where snapshots go
 * @param asked which medium is shown with all its backups; empty for none
 */
public record MediaView(
    Rights rights,
    List<Saying> sayings,
    RestoreView restore,
    List<ChoreView> chores,
    List<MediumView> media,
    String asked) {
  public MediaView {
    sayings = List.copyOf(sayings);
    chores = List.copyOf(chores);
    media = List.copyOf(media);
  }
}
