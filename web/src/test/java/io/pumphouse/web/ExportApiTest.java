package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ExportApiTest {
  private static final String EXPORT = "/api/v1/pumps/house/export";
  private static final String TIME = "?from=2026-02-03T00:00:00Z&to=2026-02-03T03:00:00Z";

  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void anExportIsAFileOfWhatWasAskedFor() throws Exception {
    var answer = running.get(EXPORT + TIME + "&metrics=cop,flow&format=ndjson");
    assertThat(answer.body()).isEqualTo("house ndjson\n[cop, flow]\n2026-02-03T00:00:00Z\n");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"house.ndjson\"");
  }

  @Test
  void withoutAFormatItIsCsv() throws Exception {
    assertThat(running.get(EXPORT + TIME).body()).startsWith("house csv\n[]\n");
  }

  @Test
  void whatCannotBeExportedIsRefusedWithAReason() throws Exception {
    assertThat(running.get(EXPORT + TIME + "&format=xls").body())
        .contains("format \\\"xls\\\" is not known; use one of csv, ndjson, line-protocol");
    assertThat(running.get(EXPORT + TIME + "&metrics=nonsense").body())
        .contains("metric \\\"nonsense\\\" is not known here");
    assertThat(running.get(EXPORT + "?from=2026-02-03T03:00:00Z&to=2026-02-03T00:00:00Z").body())
        .contains("is not before");
  }
}
