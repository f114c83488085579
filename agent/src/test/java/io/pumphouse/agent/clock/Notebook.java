package io.pumphouse.agent.clock;

import io.pumphouse.hal.reading.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps stamps beside what the time really was. Its disk can refuse. Confined to one test. */
final class Notebook implements Stamped {
  record Line(String boot, Duration sinceBoot, Instant wall, Instant truth) {}

  private final World world;
  private final List<Line> lines = new ArrayList<>();
  private final Map<String, Duration> movedTo = new HashMap<>();
  private int refusals;

  Notebook(World world) {
    this.world = world;
  }

  void write(WallClock clock) {
    Moment now = clock.now();
    lines.add(new Line(world.boot(), now.sinceBoot(), now.wall(), world.truth()));
  }

  void refuse(int times) {
    refusals = times;
  }

  List<Line> lines() {
    return lines;
  }

  @Override
  public void move(Duration before, Duration by) {
    moveEarlier(world.boot(), before, by);
  }

  @Override
  public void moveEarlier(String boot, Duration before, Duration by) {
    if (refusals-- > 0) {
      throw new NotMoved("the disk is full");
    }
    Duration mark = movedTo.getOrDefault(boot, Duration.ZERO);
    lines.replaceAll(
        line ->
            line.boot().equals(boot)
                    && line.sinceBoot().compareTo(mark) >= 0
                    && line.sinceBoot().compareTo(before) < 0
                ? new Line(boot, line.sinceBoot(), line.wall().plus(by), line.truth())
                : line);
    movedTo.merge(boot, before, (old, now) -> old.compareTo(now) > 0 ? old : now);
  }
}
