package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebSectionTest {
  @TempDir Path folder;

  @Test
  void everyKeyIsTaken() {
    WebConfig web =
        web(
            """
            web:
              listen: 0.0.0.0:443
              max-clients: 8
              read-access: login
              allowed-hosts: [pump.local, Pump.example]
              trusted-proxies: [192.0.2.5, "2001:DB8::1"]
              base-path: /house/pump
              tls: {certificate: /etc/pumphouse/tls.crt, key: /etc/pumphouse/tls.key}
            """);

    assertThat(web)
        .isEqualTo(
            new WebConfig(
                new Endpoint("0.0.0.0", 443),
                8,
                false,
                Set.of("pump.local", "pump.example"),
                Set.of("192.0.2.5", "2001:db8:0:0:0:0:0:1"),
                "/house/pump",
                new TlsConfig.Given(
                    Path.of("/etc/pumphouse/tls.crt"), Path.of("/etc/pumphouse/tls.key"))));
  }

  @Test
  void aCertificateOfItsOwnIsAskedForInOneWord() {
    assertThat(web("web: {tls: {self-signed: true}}\n").tls())
        .isEqualTo(new TlsConfig.SelfSigned());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "read-access: closed | open or login",
        "allowed-hosts: ['pump.local:80'] | a host name without a port",
        "trusted-proxies: [proxy.local] | an IP address",
        "base-path: pump/ | a path without a slash at its end",
        "base-path: pump | a path without a slash at its end",
        "tls: {certificate: /a} | web.tls.key",
        "tls: {certificate: a, key: /b} | the full path of a PEM file",
        "tls: {self-signed: true, certificate: /a, key: /b} | one of them",
        "tls: {self-signed: yes} | true or false"
      })
  void whatDoesNotFitIsSaid(String line, String accepted) {
    assertThat(new Desk(folder).problems(Desk.ONE_PUMP + "web: {" + line + "}\n"))
        .singleElement()
        .asString()
        .contains(accepted);
  }

  private WebConfig web(String text) {
    return new Desk(folder).config(Desk.ONE_PUMP + text).web();
  }
}
