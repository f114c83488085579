package io.pumphouse.agent.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.sqlite.HandTime;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TriesTest {
  private final HandTime time = new HandTime();
  private final Tries tries = new Tries(time);

  private void fail(int times, String user, String address) {
    IntStream.range(0, times).forEach(_ -> tries.wrong(user, address));
  }

  @Test
  void aFewTriesAreFree() {
    fail(3, "anna", "192.0.2.1");

    assertThat(tries.waitOf("anna", "192.0.2.1")).isZero();
  }

  @Test
  void eachFurtherOneWaitsTwiceAsLongUpToSomeMinutes() {
    fail(5, "anna", "192.0.2.1");
    assertThat(tries.waitOf("anna", "192.0.2.1")).isEqualTo(Duration.ofSeconds(2));

    fail(1, "anna", "192.0.2.1");
    assertThat(tries.waitOf("anna", "192.0.2.1")).isEqualTo(Duration.ofSeconds(4));

    fail(100, "anna", "192.0.2.1");
    assertThat(tries.waitOf("anna", "192.0.2.1")).isEqualTo(Duration.ofSeconds(512));
  }

  @Test
  void waitingHelps() {
    fail(6, "anna", "192.0.2.1");
    time.pass(Duration.ofSeconds(4));

    assertThat(tries.waitOf("anna", "192.0.2.1")).isZero();
  }

  @Test
  void aStrangerElsewhereLocksNobodyOut() {
    fail(1000, "anna", "198.51.100.7");

    assertThat(tries.waitOf("anna", "192.0.2.1")).isZero();
  }

  @Test
  void oneAddressCannotTryManyNames() {
    IntStream.range(0, 20).forEach(i -> tries.wrong("user" + i, "198.51.100.7"));

    assertThat(tries.waitOf("anna", "198.51.100.7")).isPositive();
  }

  @Test
  void oneHouseOfIpv6IsOneAddress() {
    fail(10, "anna", "2001:db8:1:2:aaaa::1");

    assertThat(tries.waitOf("anna", "2001:db8:1:2:bbbb::2")).isPositive();
    assertThat(tries.waitOf("anna", "2001:db8:1:3::1")).isZero();
  }

  @Test
  void theMemoryOfItIsBounded() {
    IntStream.range(0, 100_000)
        .forEach(i -> tries.wrong("u" + i, "2001:db8:" + i % 9999 + ":1::1"));

    assertThat(tries.size()).isLessThanOrEqualTo(512);
  }
}
