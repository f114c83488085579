package io.pumphouse.agent.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactsTest {
  @ParameterizedTest
  @CsvSource({
    "0:0:0:0:0:0:0:1, ::1",
    "0:0:0:0:0:0:0:0, ::",
    "fe80:0:0:0:fc:ff:fe00:1, fe80::fc:ff:fe00:1",
    "2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
    "0:0:1:0:0:1:1:1, ::1:0:0:1:1:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "192.0.2.2, 192.0.2.2"
  })
  void anAddressIsToldAsPeopleWriteIt(String told, String brief) {
    assertThat(Facts.brief(told)).isEqualTo(brief);
  }
}
