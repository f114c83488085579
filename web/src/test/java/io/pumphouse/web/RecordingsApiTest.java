package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RecordingsApiTest {
  private static final String HEAD =
      """
      "id":7,"pump":"house","at":"2026-02-03T10:15:28.500Z","alarm":"51 High pressure\"""";

  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void recordingsAreListedByPump() throws Exception {
    assertThat(running.get("/api/v1/pumps/house/recordings").body()).isEqualTo("[{" + HEAD + "}]");
    assertThat(running.get("/api/v1/pumps/cottage/recordings").body()).isEqualTo("[]");
  }

  @Test
  void aRecordingHasEachRegisterWithTimesFromTheAlarm() throws Exception {
    assertThat(running.get("/api/v1/pumps/house/recordings/7").body())
        .isEqualTo(
            """
            {%s,"registers":[\
            {"register":"30002","metric":"outdoor_temp","label":"Outdoor","unit":"°C",\
            "from_alarm_ms":[-5000,0],"value":[-3.8,null],"reason":[null,"no-answer"]},\
            {"register":"49999","metric":null,"label":null,"unit":null,\
            "from_alarm_ms":[-5000],"value":[12],"reason":[null]}]}"""
                .formatted(HEAD));
  }

  @Test
  void whatIsNoRecordingOfThisPumpIsAProblem() throws Exception {
    for (String address :
        List.of(
            "house/recordings/8",
            "cottage/recordings/7",
            "house/recordings/-7x",
            "house/recordings/99999999999999999999",
            "barn/recordings",
            "barn/recordings/7")) {
      var answer = running.get("/api/v1/pumps/" + address);
      assertThat(answer.statusCode()).as(address).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
  }

  @Test
  void theMachineTellsWhatIsKnownOfIt() throws Exception {
    assertThat(running.get("/api/v1/machine").body())
        .isEqualTo(
            """
            {"cpu_share":0.125,"memory_free_bytes":300000000,"memory_total_bytes":1000000000,\
            "celsius":null,"power":"was-low",\
            "disk":{"name":"mmcblk0","bytes":32000000000,"why":null,"free_bytes":8000000000,\
            "counted_ms":21600000,\
            "written_by_agent":{"bytes":null,"why":"the kernel does not tell"},\
            "written_to_disk":{"bytes":25000000,"why":null},\
            "life":{"years":43.8,"assumption":"a new card"}}}""");
  }
}
