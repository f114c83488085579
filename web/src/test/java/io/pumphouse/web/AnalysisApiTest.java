package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AnalysisApiTest {
  private static final String HOUSE = "/api/v1/pumps/house/";
  private static final String TIME = "?from=2026-02-03T00:00:00Z&to=2026-02-03T03:00:00Z";

  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aSeriesHasATimeForEachStepAndNullForEachGap() throws Exception {
    assertThat(
            running
                .get(HOUSE + "series" + TIME + "&metrics=outdoor_temp,register:30002&points=300")
                .body())
        .isEqualTo(
            """
            {"from":"2026-02-03T00:00:00Z","to":"2026-02-03T03:00:00Z","step_ms":3600000,\
            "t":["2026-02-03T00:00:00Z","2026-02-03T01:00:00Z","2026-02-03T02:00:00Z"],\
            "series":{\
            "outdoor_temp":{"min":[-7.5,null,300],"avg":[-6.25,null,300],"max":[-5,null,300],\
            "quality":[1,null,0.5]},\
            "register:30002":{"min":[-7.5,null,300],"avg":[-6.25,null,300],"max":[-5,null,300],\
            "quality":[1,null,0.5]}}}""");
  }

  @Test
  void aPictureAsksForFewerDigits() throws Exception {
    assertThat(running.get(HOUSE + "series" + TIME + "&metrics=outdoor_temp&digits=2").body())
        .contains("\"avg\":[-6.2,null,600]", "\"min\":[-7.5,null,600]");
  }

  @Test
  void aPictureAsksForMeansOnly() throws Exception {
    assertThat(running.get(HOUSE + "series" + TIME + "&metrics=outdoor_temp&brief=yes").body())
        .isEqualTo(
            """
            {"from":"2026-02-03T00:00:00Z","to":"2026-02-03T03:00:00Z","step_ms":3600000,\
            "series":{"outdoor_temp":{"avg":[-6.25,null,600],"quality":[1,null,0.5]}}}""");
  }

  @Test
  void aSummaryTellsWhatEachFigureRestsOnAndWhyOneIsMissing() throws Exception {
    assertThat(running.get(HOUSE + "summary" + TIME).body())
        .startsWith(
            """
            {"from":"2026-02-03T00:00:00Z","to":"2026-02-03T03:00:00Z","resolution_ms":60000,\
            "electricity":{"kwh":12.5,"why":null,"source":"total_electricity","basis":"meter",\
            "boundary":"H4","quality":0.99,"estimated":false},\
            "heat":{"kwh":null,"why":"no heat meter","source":null,"basis":"no heat meter",\
            "boundary":null,"quality":0,"estimated":false},\
            "cop":{"cop":null,"why":"no heat meter","cop_margin":null,"electricity_kwh":0,"heat_kwh":0,\
            "carnot_share":null,"boundary":null,"quality":0,"estimated":false},""")
        .contains(
            """
            "power":{"average_w":520.8333,"peak_w":3100,"why":null}""",
            """
            "starts":{"count":7,"why":null,"per_hour":0.29}""")
        .endsWith(
            """
            "days":[{"date":"2026-02-02","electricity_kwh":12.5,"heat_kwh":null,"cop":null,\
            "cost":null,"quality":1}]}""");
  }

  @Test
  void anEnergyFlowIsNodesAndLinks() throws Exception {
    assertThat(running.get(HOUSE + "energy-flow" + TIME).body())
        .isEqualTo(
            """
            {"from":"2026-02-03T00:00:00Z","to":"2026-02-03T03:00:00Z","resolution_ms":60000,\
            "nodes":[{"id":"electricity","label":"Electricity"},\
            {"id":"heat_pump","label":"Heat pump"}],\
            "links":[{"from":"electricity","to":"heat_pump","kwh":12.5,"certainty":"measured"}],\
            "why":"no heat meter"}""");
  }

  @Test
  void findingsHaveEvidence() throws Exception {
    assertThat(running.get(HOUSE + "findings" + TIME).body())
        .isEqualTo(
            """
            [{"kind":"cold-brine","words":"the brine is cold","next":"look",\
            "from":"2026-02-03T00:00:00Z","to":"2026-02-03T03:00:00Z",\
            "evidence":[{"name":"coldest","value":-6.5,"unit":"°C"}],\
            "threshold":"below -5 °C","source":"a survey","confidence":"high"}]""");
  }

  @Test
  void eventsAreOfAllTimesOrOfOne() throws Exception {
    assertThat(running.get(HOUSE + "events?limit=20").body())
        .isEqualTo(
            """
            [{"at":"2026-02-03T10:15:28.500Z","kind":"limit-20","pump":"house",\
            "text":"all times"}]""");
    assertThat(running.get(HOUSE + "events" + TIME).body())
        .isEqualTo(
            """
            [{"at":"2026-02-03T00:00:00Z","kind":"limit-100","pump":"house",\
            "text":"since then"}]""");
  }

  @Test
  void aRangeEndsNowAndADayIsTheUsualOne() throws Exception {
    assertThat(running.get(HOUSE + "summary?range=1h").body())
        .startsWith("{\"from\":\"2026-02-03T09:15:30Z\",\"to\":\"2026-02-03T10:15:30Z\"");
    assertThat(running.get(HOUSE + "summary").body())
        .startsWith("{\"from\":\"2026-02-02T10:15:30Z\",\"to\":\"2026-02-03T10:15:30Z\"");
  }

  @Test
  void whatIsWrongIsNamedWithWhatIsAccepted() throws Exception {
    problem("series?metrics=nonsense", "there are: outdoor_temp, cop and register:NUMBER");
    problem("series", "name 1 to 16");
    problem("series?metrics=cop&points=2001", "use 1 to 2000");
    problem("series?metrics=cop&points=0", "use 1 to 2000");
    problem("series?metrics=cop&digits=16", "use 1 to 15");
    problem("summary?range=2w", "use one of 1h, 6h, 24h, 7d, 30d, 1y");
    problem("summary?from=yesterday&to=2026-02-03T03:00:00Z", "write it as 2026-02-03T10:15:30Z");
    problem("summary?from=2026-02-03T03:00:00Z", "from and to together");
    problem("summary?from=2026-02-03T03:00:00Z&to=2026-02-03T03:00:00Z", "is not before");
    problem("summary?from=1990-02-03T03:00:00Z&to=2026-02-03T03:00:00Z", "longer than ten years");
    problem("events?limit=1001", "use 1 to 1000");
    problem("summary?from=-999999999-01-01T00:00:00Z&to=-999999999-01-02T00:00:00Z", "is no time");
    problem("events?from=%2B999999999-01-01T00:00Z&to=%2B999999999-01-02T00:00Z", "is no time");
    problem("summary?from=1969-12-31T23:59:59Z&to=1970-01-02T00:00:00Z", "is no time");
    problem("summary?from=2026-02-03T03:00:00Z&to=2026-02-03T03:00:00.0001Z", "is not before");
  }

  private void problem(String question, String accepted) throws Exception {
    HttpResponse<String> answer = running.get(HOUSE + question);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains(accepted);
  }
}
