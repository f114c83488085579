package io.pumphouse.agent.real;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One file on a card that may lose power: what is safe, and for each sector every content it was
 * given since. Confined to one thread.
 */
final class CardFile {
  private static final int SECTOR = 512;

  /** The sectors that are safe; what is not there was never written and reads as zeros. */
  private final SortedMap<Long, byte[]> safe = new TreeMap<>();

  private long safeLength;
  private final SortedMap<Long, List<byte[]>> since = new TreeMap<>();
  private long length;

  void write(long offset, ByteBuffer bytes) {
    ByteBuffer left = bytes.duplicate();
    long at = offset;
    while (left.hasRemaining()) {
      long sector = at / SECTOR;
      int within = (int) (at % SECTOR);
      int some = Math.min(SECTOR - within, left.remaining());
      byte[] content = newest(sector).clone();
      left.get(content, within, some);
      since.computeIfAbsent(sector, _ -> new ArrayList<>()).add(content);
      at += some;
    }
    length = Math.max(length, at);
  }

  void sync() {
    since.forEach((sector, contents) -> safe.put(sector, contents.getLast()));
    since.clear();
    safeLength = length;
  }

  /** Shortens it; safe at once, as a journalling file system orders it before what follows. */
  void cut(long to) {
    long sectors = (to + SECTOR - 1) / SECTOR;
    since.tailMap(sectors).clear();
    safe.tailMap(sectors).clear();
    length = to;
    safeLength = Math.min(safeLength, to);
  }

  private byte[] newest(long sector) {
    return since.containsKey(sector)
        ? since.get(sector).getLast()
        : safe.getOrDefault(sector, new byte[SECTOR]);
  }

  /**
   * What is found after a power cut: of each sector written since the last sync any content it had
   * meanwhile, or the one before; so writes are lost, torn and out of order.
   *
   * @param luck the chance of each to have got through
   */
  byte[] afterPowerCut(Random random, double luck) {
    SortedMap<Long, byte[]> found = new TreeMap<>(safe);
    long end = safeLength;
    for (var sector : since.entrySet()) {
      if (random.nextDouble() < luck) {
        var contents = sector.getValue();
        found.put(sector.getKey(), contents.get(random.nextInt(contents.size())));
        end = Math.max(end, Math.min(length, (sector.getKey() + 1) * SECTOR));
      }
    }
    byte[] image = new byte[(int) end];
    found.forEach((sector, content) -> copy(content, image, sector * SECTOR));
    return image;
  }

  private static void copy(byte[] content, byte[] image, long at) {
    int some = (int) Math.min(content.length, image.length - at);
    if (some > 0) {
      System.arraycopy(Arrays.copyOf(content, some), 0, image, (int) at, some);
    }
  }
}
