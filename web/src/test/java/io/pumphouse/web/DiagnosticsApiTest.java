package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DiagnosticsApiTest {
  private static final String HOUSE = "/api/v1/pumps/house";

  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  private String get(String path) throws Exception {
    HttpResponse<String> answer = running.get(HOUSE + path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    return answer.body();
  }

  @Test
  void aLineHasItsCountersItsTimesAndAdvice() throws Exception {
    Golden.assertSame("line.json", get("/line"));
  }

  @Test
  void everyRegisterIsListed() throws Exception {
    Golden.assertSame("registers.json", get("/registers"));
  }

  @Test
  void registersAreFoundByNumberNameAndLabel() throws Exception {
    for (String wanted : List.of("30002", "outdoor_t", "OUTDOOR")) {
      assertThat(get("/registers?q=" + wanted))
          .as(wanted)
          .containsOnlyOnce("\"id\":")
          .contains("30002");
    }
    assertThat(get("/registers?q=nothing")).isEqualTo("[]");
  }

  @Test
  void oneRegisterIsTheSameAsInTheList() throws Exception {
    assertThat(get("/registers")).startsWith("[" + get("/registers/30002") + ",");
    assertThat(get("/registers/outdoor_temp")).isEqualTo(get("/registers/30002"));
  }

  @Test
  void anUnknownRegisterIsAProblem() throws Exception {
    HttpResponse<String> answer = running.get(HOUSE + "/registers/99999");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("has no register or metric \\\"99999\\\"");
  }

  @Test
  void wordsAreReadInEveryWay() throws Exception {
    assertThat(get("/registers/30002/decode?words=0102,FFDA"))
        .isEqualTo(
            """
            [{"type":"u16","order":null,"raw":258,"value":25.8,"objection":"too hot",\
            "mapped":false,"likely":false},\
            {"type":"s16","order":null,"raw":258,"value":25.8,"objection":null,\
            "mapped":true,"likely":true},\
            {"type":"u32","order":"low-first","raw":258,"value":258,"objection":"2 words",\
            "mapped":false,"likely":false}]""");
  }

  @Test
  void withoutWordsTheLastOnesAreRead() throws Exception {
    assertThat(get("/registers/30002/decode")).contains("\"raw\":65498");
  }

  @Test
  void wordsThatAreNoneAreAProblem() throws Exception {
    for (String words : List.of("12", "XYZW", "0102,0304,0506", "-102", "0102,")) {
      HttpResponse<String> answer = running.get(HOUSE + "/registers/30002/decode?words=" + words);
      assertThat(answer.statusCode()).as(words).isEqualTo(400);
      assertThat(answer.body()).contains("one or two of four hex digits");
    }
    assertThat(running.get(HOUSE + "/registers/31470/decode").body()).contains("no words yet");
  }

  @Test
  void theNewestFramesComeOldestFirst() throws Exception {
    assertThat(get("/trace?limit=2"))
        .isEqualTo(
            """
            [{"number":42,"at":"2026-02-03T10:15:28.500Z","direction":"heard","unit":1,\
            "hex":"01 04 02 FF","meaning":null,"fault":"it broke off after 4 bytes"},\
            {"number":43,"at":"2026-02-03T10:15:28.500Z","direction":"overheard","unit":1,\
            "hex":"DA 78","meaning":null,"fault":null}]""");
    assertThat(get("/trace")).startsWith("[{\"number\":41,");
  }

  @Test
  void aLimitOutsideTheTapeIsAProblem() throws Exception {
    for (String limit : List.of("0", "2001", "-1", "many", "99999")) {
      HttpResponse<String> answer = running.get(HOUSE + "/trace?limit=" + limit);
      assertThat(answer.statusCode()).as(limit).isEqualTo(400);
      assertThat(answer.body()).contains("use 1 to 2000");
    }
  }

  @Test
  void anUnknownPumpIsAProblemEverywhere() throws Exception {
    for (String path : List.of("line", "trace", "registers", "registers/1", "registers/1/decode")) {
      HttpResponse<String> answer = running.get("/api/v1/pumps/barn/" + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.body()).contains("no pump is called \\\"barn\\\"");
    }
  }
}
