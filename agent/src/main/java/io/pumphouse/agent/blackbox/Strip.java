package io.pumphouse.agent.blackbox;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Recording.Tick;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Some minutes of one pump, as they lie on the shelf. Immutable. Format 1, deflated: the names of
 * the registers, the reasons for gaps, then each chunk with its start.
 *
 * @param registers by their number
 * @param reasons why there was no value, by their number
 * @param chunks oldest first
 */
record Strip(List<String> registers, List<String> reasons, List<Chunk> chunks) {
  private static final int FORMAT = 1;

  Strip {
    registers = List.copyOf(registers);
    reasons = List.copyOf(reasons);
    chunks = List.copyOf(chunks);
  }

  byte[] toBytes() {
    Pen pen = new Pen();
    pen.number(FORMAT);
    names(pen, registers);
    names(pen, reasons);
    for (Chunk chunk : chunks) {
      pen.number(chunk.from());
      pen.blob(chunk.packed());
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
      deflater.write(pen.toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** Reads what {@link #toBytes} gave; anything else is an exception. */
  static Strip of(byte[] bytes) throws IOException {
    Lens lens = new Lens(new InflaterInputStream(new ByteArrayInputStream(bytes)).readAllBytes());
    if (lens.number() != FORMAT) {
      throw new IOException("a strip of another format");
    }
    List<String> registers = names(lens);
    List<String> reasons = names(lens);
    List<Chunk> chunks = new ArrayList<>();
    while (!lens.isAtTheEnd()) {
      chunks.add(Chunk.of(lens.number(), lens.blob()));
    }
    return new Strip(registers, reasons, chunks);
  }

  /**
   * Adds its points to those of each register.
   *
   * @param origin milliseconds since boot from which ticks are counted
   * @param from earlier ones are left out
   * @param to this and later ones are left out
   */
  void into(Map<RegisterId, List<Tick>> byRegister, long origin, Duration from, Duration to) {
    for (Chunk chunk : chunks) {
      for (Point point : chunk.points()) {
        Duration at = Duration.ofMillis(point.millis() - origin);
        if (at.compareTo(from) >= 0 && at.compareTo(to) < 0) {
          byRegister
              .computeIfAbsent(
                  new RegisterId(registers.get(point.register())), _ -> new ArrayList<>())
              .add(tick(point, at));
        }
      }
    }
  }

  private Tick tick(Point point, Duration at) {
    return point.state() == Point.VALUE
        ? new Tick.Value(at, point.raw())
        : new Tick.Gap(at, reasons.get(point.state() - 1));
  }

  private static void names(Pen pen, List<String> names) {
    pen.number(names.size());
    names.forEach(pen::text);
  }

  private static List<String> names(Lens lens) {
    List<String> names = new ArrayList<>();
    for (long left = lens.number(); left > 0; left--) {
      names.add(lens.text());
    }
    return names;
  }
}
