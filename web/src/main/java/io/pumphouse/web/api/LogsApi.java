package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.model.LogLine;
import io.pumphouse.web.model.Logs;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log: its newest entries, and all of them as a text that is written while it is read. */
final class LogsApi {
  private static final Logger LOG = LoggerFactory.getLogger(LogsApi.class);

  private final Logs logs;

  LogsApi(Logs logs) {
    this.logs = logs;
  }

  void addTo(RouteTable routes, String path) {
    routes.get(Need.VIEWER, path, this::newest);
    routes.get(Need.VIEWER, path + "/export.txt", this::export);
  }

  private void newest(Context context) {
    Optional<Integer> most = limit(context);
    if (most.isEmpty()) {
      Problem.of(HttpStatus.BAD_REQUEST, "limit: use 1 to " + Logs.MOST).answer(context);
      return;
    }
    try {
      List<LogLine> lines = logs.last(AskedLogs.of(context), most.get());
      Api.answer(context, Json.text(json -> Json.array(json, lines, LogsApi::fields)));
    } catch (IOException e) {
      Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "read the log: " + e).answer(context);
    }
  }

  private static void fields(JsonGenerator json, LogLine line) throws IOException {
    json.writeStringField("at", line.at().toString());
    json.writeStringField("level", line.level().word());
    json.writeStringField("source", line.source().word());
    json.writeStringField("text", line.text());
  }

  private static Optional<Integer> limit(Context context) {
    String typed = Optional.ofNullable(context.queryParam("limit")).orElse("" + Logs.MOST);
    return Optional.of(typed)
        .filter(it -> it.matches("[1-9][0-9]{0,2}"))
        .map(Integer::valueOf)
        .filter(it -> it <= Logs.MOST);
  }

  private void export(Context context) {
    Logs.Wish wish = AskedLogs.of(context);
    context.header(Header.CACHE_CONTROL, "no-store");
    context.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"pumphouse-log.txt\"");
    context.contentType("text/plain; charset=utf-8");
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8))) {
      logs.each(wish, line -> writer.append(line.plain()).append('\n'));
    } catch (IOException gone) {
      LOG.debug("the reader of the log left, or the disk refuses: {}", gone.toString());
    }
  }
}
