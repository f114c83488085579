package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Export;
import io.pumphouse.web.model.Span;
import java.util.List;

/** Three lines that tell what was asked for; no metric is called nonsense. */
final class FakeExport implements Export {
  @Override
  public Prepared prepare(PumpId pump, List<String> metrics, Span span, Format format) {
    if (metrics.contains("nonsense")) {
      return new Prepared.NoSuchMetric("nonsense", List.of("outdoor_temp"));
    }
    return new Prepared.Ready(
        to -> {
          to.append("%s %s\n%s\n%s\n".formatted(pump, format.word(), metrics, span.from()));
          return new Ending.Whole(3);
        });
  }
}
