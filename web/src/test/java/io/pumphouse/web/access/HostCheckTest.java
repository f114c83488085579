package io.pumphouse.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

final class HostCheckTest {
  private final HostCheck hosts = new HostCheck(Set.of("Pump.local"));

  @Test
  void theAddressTheConnectionCameInOnIsOurs() {
    assertThat(hosts.allows("192.0.2.10:8080", "192.0.2.10")).isTrue();
    assertThat(hosts.allows("[2001:db8::1]:8080", "2001:db8::1")).isTrue();
    assertThat(hosts.allows("192.0.2.11:8080", "192.0.2.10")).isFalse();
  }

  @Test
  void aNameIsComparedWholeAndWithoutRegardToCase() {
    assertThat(hosts.allows("PUMP.LOCAL:8080", "192.0.2.10")).isTrue();
    assertThat(hosts.allows("pump.local.evil.example", "192.0.2.10")).isFalse();
    assertThat(hosts.allows("xpump.local", "192.0.2.10")).isFalse();
    assertThat(hosts.allows("pump.local:80:80", "192.0.2.10")).isFalse();
    assertThat(hosts.allows("localhost\n.evil", "192.0.2.10")).isFalse();
  }
}
