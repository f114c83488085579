package io.pumphouse.agent.store.roll;

import io.pumphouse.agent.store.pack.DamagedBlock;
import io.pumphouse.agent.store.pack.Envelope;
import io.pumphouse.agent.store.pack.Eye;
import io.pumphouse.agent.store.pack.Ink;
import io.pumphouse.agent.store.pack.Unpacked;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * The packed form of a chunk, format 1. Inside the envelope: how many series; for each how far its
 * number is from the one before, how many bytes follow, and those: see {@link Strip}. So whoever
 * wants few series skips the others. Pure functions.
 */
public final class Sheet {
  /** Hears a chunk out, series after series. */
  @FunctionalInterface
  public interface Ear {
    /** A step, counted from 0, that has a value. */
    void cell(int series, int step, Cell cell);
  }

  private Sheet() {}

  /** Packs some steps of a tally; empty if there is no value in any of them. */
  public static byte[] pack(Tally tally, int first, int steps) {
    SortedMap<Integer, byte[]> strips = new TreeMap<>();
    for (Map.Entry<Integer, Lane> lane : tally.lanes().entrySet()) {
      List<Strip.Place> places = places(lane.getValue(), first, steps);
      if (!places.isEmpty()) {
        strips.put(lane.getKey(), Strip.pack(places));
      }
    }
    return strips.isEmpty() ? new byte[0] : seal(strips);
  }

  /** Unpacks those series that are wanted. A damaged chunk is not heard at all. */
  public static Unpacked unpack(byte[] sheet, IntPredicate wanted, Ear ear) {
    List<Runnable> heard = new ArrayList<>();
    try {
      Eye eye = new Eye(Envelope.open(sheet));
      int series = 0;
      for (int left = eye.count(); left > 0; left--) {
        series += eye.count();
        int length = eye.count();
        if (wanted.test(series)) {
          int number = series;
          Strip strip = Strip.read(eye);
          heard.add(() -> strip.tell(number, ear));
        } else {
          eye.skip(length);
        }
      }
    } catch (DamagedBlock damaged) {
      return new Unpacked.Damaged(String.valueOf(damaged.getMessage()));
    } catch (BufferUnderflowException _) {
      return new Unpacked.Damaged("it ends too early");
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return new Unpacked.Damaged("it contradicts itself: " + e.getMessage());
    }
    heard.forEach(Runnable::run);
    return new Unpacked.Whole(heard.size());
  }

  private static List<Strip.Place> places(Lane lane, int first, int steps) {
    List<Strip.Place> places = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      if (lane.has(first + step)) {
        places.add(new Strip.Place(step, lane.cell(first + step)));
      }
    }
    return places;
  }

  private static byte[] seal(SortedMap<Integer, byte[]> strips) {
    Ink ink = new Ink();
    ink.number(strips.size());
    int before = 0;
    for (Map.Entry<Integer, byte[]> strip : strips.entrySet()) {
      ink.number(strip.getKey() - before);
      ink.number(strip.getValue().length);
      ink.bytes(strip.getValue());
      before = strip.getKey();
    }
    return Envelope.seal(ink.toBytes());
  }
}
