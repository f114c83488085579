package io.pumphouse.agent.store.pack;

import java.util.Arrays;

/** Plain numbers in a row, of which more may come. Confined to one thread. */
public final class Longs {
  private static final int ROOM_AT_FIRST = 16;

  private long[] numbers;
  private int size;

  public Longs() {
    this(ROOM_AT_FIRST);
  }

  Longs(int room) {
    numbers = new long[room];
  }

  /** Those of an array, which is theirs from now on. */
  static Longs of(long[] numbers) {
    Longs longs = new Longs(0);
    longs.numbers = numbers;
    longs.size = numbers.length;
    return longs;
  }

  public void add(long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(ROOM_AT_FIRST, 2 * size));
    }
    numbers[size++] = number;
  }

  public long get(int at) {
    if (at >= size) {
      throw new IndexOutOfBoundsException("number " + at + " of " + size);
    }
    return numbers[at];
  }

  public int size() {
    return size;
  }

  /** The one in the middle of all by size; 0 if there is none. */
  long median() {
    long[] sorted = Arrays.copyOf(numbers, size);
    Arrays.sort(sorted);
    return size == 0 ? 0 : sorted[size / 2];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Longs longs
        && Arrays.equals(numbers, 0, size, longs.numbers, 0, longs.size);
  }

  @Override
  public int hashCode() {
    int hash = size;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + Long.hashCode(numbers[i]);
    }
    return hash;
  }
}
