package io.pumphouse.agent.transfer;

import io.pumphouse.agent.command.Import;
import io.pumphouse.agent.command.ImportReport;
import io.pumphouse.agent.command.Transfer;
import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.sqlite.HandTime;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Export.Format;
import io.pumphouse.web.model.Export.Prepared;
import io.pumphouse.web.model.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A store in a folder for one pump, with both ways of taking history along. */
final class Cellar implements AutoCloseable {
  static final PumpId HOUSE = new PumpId("house");
  static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

  final RegisterMap map;
  final ReadingStore store;
  final Transfer transfer;

  Cellar(Path folder, String model) {
    this(folder, model, new StoreConfig(Duration.ofHours(12)));
  }

  Cellar(Path folder, String model, StoreConfig config) {
    HandTime time = new HandTime(); // at NOW
    this.map =
        new RegisterMaps().find(model) instanceof Lookup.Found(RegisterMap found)
            ? found
            : missing(model);
    this.store =
        new ReadingStore(
            folder.resolve("readings.db"), "boot", config, ZoneOffset.UTC, () -> true, time);
    store.start();
    this.transfer = Ferry.of(Map.of(HOUSE, map), store, time);
  }

  ImportReport take(String text) {
    return take(text, false);
  }

  ImportReport take(String text, boolean isDry) {
    try {
      return transfer
          .in()
          .read(
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
              new Import.Order("", "", isDry));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }

  String give(Format format) {
    StringBuilder text = new StringBuilder();
    Span ever = new Span(Instant.parse("2020-01-01T00:00:00Z"), NOW.plusSeconds(1));
    if (!(transfer.out().prepare(HOUSE, List.of(), ever, format) instanceof Prepared.Ready ready)) {
      throw new AssertionError("not ready");
    }
    try {
      ready.readings().writeTo(text);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return text.toString();
  }

  List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    Set<RegisterId> registers =
        map.registers().stream().map(Register::id).collect(Collectors.toSet());
    Span ever = new Span(Instant.parse("2020-01-01T00:00:00Z"), NOW.plusSeconds(1));
    store.recollection().each(HOUSE, registers, ever, all::add);
    return all;
  }

  private static RegisterMap missing(String model) {
    throw new AssertionError("no shipped map " + model);
  }

  @Override
  public void close() {
    store.close();
  }
}
