package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Wiring;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The line of a Husdata H60 or H66: the address of its pages. */
final class GatewayLineSectionTest {
  @TempDir private Path folder;
  private Desk desk;
  private Lines lines;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
    lines = new Lines(folder);
  }

  private static String gateway(String line) {
    return "pumps:\n- {id: a, model: husdata-h66-ivt, line: %s}\n".formatted(line);
  }

  @ParameterizedTest
  @CsvSource({
    "http://192.0.2.12, 192.0.2.12, 80",
    "http://192.0.2.12/, 192.0.2.12, 80",
    "http://H66.local:8080, h66.local, 8080",
    "'http://[2001:db8::7]', '[2001:db8::7]', 80"
  })
  void aGatewaysPagesAreAtAnAddress(String text, String host, int port) {
    assertThat(desk.config(gateway("{http: '" + text + "'}")).pumps().getFirst().wiring())
        .isEqualTo(new Wiring.Http(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.12",
        "https://192.0.2.12",
        "http://192.0.2.12/api/alldata",
        "http://me:secret@192.0.2.12",
        "http://192.0.2.12?x=1",
        "http://192.0.2.12:0",
        "http://192.0.2.12:65536",
        "http://192.0.2",
        "http://",
        "http://a b"
      })
  void whatIsNoAddressOfPagesIsRefused(String text) {
    assertThat(desk.problems(gateway("{http: '" + text + "'}")))
        .singleElement()
        .asString()
        .endsWith(
            "line.http: found \"%s\", accepted: http:// and a host, or host:port, and nothing else, such as http://192.0.2.12"
                .formatted(text));
  }

  @Test
  void aGatewayHasItsPagesAlone() {
    String another = "- {id: b, model: husdata-h66-ivt, line: {http: 'http://192.0.2.12:80/'}}\n";

    assertThat(desk.problems(gateway("{http: 'http://192.0.2.12'}") + another))
        .singleElement()
        .asString()
        .contains("192.0.2.12:80, as in pumps[0].line, accepted: a line of its own");
    assertThat(desk.problems(gateway("{http: 'http://192.0.2.12', unit: 1, baud: 9600}")))
        .hasSize(2);
    assertThat(desk.problems(gateway("{tcp: 192.0.2.12}")))
        .singleElement()
        .asString()
        .endsWith("line: found tcp, which husdata-h66-ivt does not have, accepted: http");
    assertThat(lines.problems("{http: 'http://192.0.2.12'}"))
        .singleElement()
        .asString()
        .startsWith("line: found http, which thermia-genesis-inverter does not have");
  }
}
