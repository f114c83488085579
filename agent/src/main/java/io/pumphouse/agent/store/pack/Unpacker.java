package io.pumphouse.agent.store.pack;

import io.pumphouse.hal.reading.Fault;
import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Unpacks what {@link Packer} and {@link Bundle} packed. Everything is read before anything is
 * heard, so a damaged block is never half told. Used once, by one thread.
 */
public final class Unpacker {
  private final Eye eye;
  private final Track track = new Track();
  private final List<Long> monos = new ArrayList<>();
  private final List<Long> walls = new ArrayList<>();
  private final Map<Integer, ToldColumn> columns = new LinkedHashMap<>();

  private int samples;

  private Unpacker(Eye eye) {
    this.eye = eye;
  }

  public static Unpacked unpack(byte[] block, Hearer hearer) {
    try {
      Eye eye = new Eye(Envelope.open(block));
      return Envelope.format(block) == Bundle.FORMAT
          ? Bundle.tell(eye, hearer)
          : new Unpacker(eye).tell(hearer);
    } catch (DamagedBlock damaged) {
      return new Unpacked.Damaged(String.valueOf(damaged.getMessage()));
    } catch (BufferUnderflowException _) {
      return new Unpacked.Damaged("it ends too early");
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return new Unpacked.Damaged("it contradicts itself: " + e.getMessage());
    }
  }

  private Unpacked tell(Hearer hearer) {
    List<Fault> faults = eye.list(FaultCode::read);
    List<Shape> shapes = eye.list(Shape::read);
    Runs.read(eye).forEach(shape -> addPoll(shapes.get(shape)));
    readStates(faults.size());
    readValues();
    if (!eye.isAtTheEnd()) {
      return new Unpacked.Damaged("it goes on after its end");
    }
    columns.values().stream()
        .filter(column -> hearer.wants(column.series()))
        .forEach(column -> column.tell(hearer, faults, monos, walls));
    return new Unpacked.Whole(samples);
  }

  private void addPoll(Shape shape) {
    for (int slot = 0; slot < shape.slots().size(); slot++) {
      track.read(eye, slot);
      int time = monos.size();
      monos.add(track.mono());
      walls.add(track.wall());
      samples += shape.slots().get(slot).size();
      if (samples > Eye.MOST) {
        throw new IllegalArgumentException("more than " + Eye.MOST + " samples");
      }
      for (int series : shape.slots().get(slot)) {
        columns.computeIfAbsent(series, ToldColumn::new).addTime(time);
      }
    }
  }

  private void readStates(int faults) {
    List<ToldColumn> all = List.copyOf(columns.values());
    for (int left = eye.count(); left > 0; left--) {
      all.get(eye.count()).setStates(Runs.read(eye), faults);
    }
  }

  private void readValues() {
    for (ToldColumn column : columns.values()) {
      column.setValues(Deltas.read(eye, column.valueCount()));
    }
  }
}
