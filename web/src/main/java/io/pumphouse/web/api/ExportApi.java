package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Export;
import io.pumphouse.web.model.Export.Ending;
import io.pumphouse.web.model.Export.Format;
import io.pumphouse.web.model.Export.Prepared;
import io.pumphouse.web.model.Span;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code export}: readings as a file that is written while it is read. */
final class ExportApi {
  private static final Logger LOG = LoggerFactory.getLogger(ExportApi.class);

  private final Export export;

  ExportApi(Export export) {
    this.export = export;
  }

  void answer(Context context, PumpId pump, Span span) {
    String word = Optional.ofNullable(context.queryParam("format")).orElse(Format.CSV.word());
    Format.of(word)
        .ifPresentOrElse(
            format -> answer(context, pump, span, format),
            () ->
                badRequest(
                    context,
                    "format \"%s\" is not known; use one of %s".formatted(word, Format.words())));
  }

  private void answer(Context context, PumpId pump, Span span, Format format) {
    String metrics = Optional.ofNullable(context.queryParam("metrics")).orElse("");
    List<String> names =
        Arrays.stream(metrics.split(",", -1)).filter(name -> !name.isEmpty()).distinct().toList();
    switch (export.prepare(pump, names, span, format)) {
      case Prepared.NoSuchMetric(String name, List<String> known) ->
          badRequest(
              context,
              "metric \"%s\" is not known here; there are: %s and register:NUMBER"
                  .formatted(name, String.join(", ", known)));
      case Prepared.Ready(Export.Readings readings) -> {
        context.header(Header.CACHE_CONTROL, "no-store");
        context.header(
            Header.CONTENT_DISPOSITION,
            "attachment; filename=\"%s.%s\"".formatted(pump, extension(format)));
        context.contentType(format.mediaType());
        write(context, readings);
      }
    }
  }

  private static String extension(Format format) {
    return switch (format) {
      case CSV -> "csv";
      case NDJSON -> "ndjson";
      case LINE_PROTOCOL -> "lp";
    };
  }

  private static void write(Context context, Export.Readings readings) {
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8))) {
      switch (readings.writeTo(writer)) {
        case Ending.Whole _ -> {}
        // the status is sent: only a connection that ends badly still tells the other end
        case Ending.BrokenOff(String cause, _) ->
            throw new IllegalStateException("export broke off: " + cause);
      }
    } catch (IOException gone) {
      LOG.debug("the reader of an export left: {}", gone.toString());
    }
  }

  private static void badRequest(Context context, String detail) {
    Problem.of(HttpStatus.BAD_REQUEST, detail).answer(context);
  }
}
