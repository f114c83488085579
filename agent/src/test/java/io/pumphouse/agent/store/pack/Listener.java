package io.pumphouse.agent.store.pack;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import java.util.ArrayList;
import java.util.List;

/** Hears everything and keeps it; a series' number stands for its register. */
public class Listener implements Hearer {
  private final List<Point> heard = new ArrayList<>();

  public List<Point> heard() {
    return heard;
  }

  @Override
  public void value(int series, long wall, long mono, long raw) {
    heard.add(new Point(series, new Reading(register(series), Samples.moment(wall, mono), raw)));
  }

  @Override
  public void missing(int series, long wall, long mono) {
    heard.add(new Point(series, new Missing(register(series), Samples.moment(wall, mono))));
  }

  @Override
  public void invalid(int series, long wall, long mono, Fault fault) {
    heard.add(new Point(series, new Invalid(register(series), Samples.moment(wall, mono), fault)));
  }

  private static RegisterId register(int series) {
    return new RegisterId(String.valueOf(series));
  }
}
