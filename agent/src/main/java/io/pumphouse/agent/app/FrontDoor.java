package io.pumphouse.agent.app;

import io.pumphouse.agent.config.TlsConfig;
import io.pumphouse.agent.config.WebConfig;
import io.pumphouse.web.Tls;
import io.pumphouse.web.WebSettings;
import java.nio.file.Path;
import java.time.Duration;

/** How the configuration lets people in, as the web server wants to be told. */
final class FrontDoor {
  private FrontDoor() {}

  static WebSettings of(WebConfig web, boolean areMetricsOpen, Path data) {
    return new WebSettings(
        web.listen().host(),
        web.listen().port(),
        web.maxClients(),
        Duration.ZERO,
        web.isReadingOpen(),
        web.allowedHosts(),
        web.trustedProxies(),
        web.basePath(),
        tls(web.tls(), data),
        areMetricsOpen);
  }

  private static Tls tls(TlsConfig config, Path data) {
    return switch (config) {
      case TlsConfig.Off _ -> new Tls.None();
      case TlsConfig.SelfSigned _ -> new Tls.SelfMade(data);
      case TlsConfig.Given(Path certificate, Path key) -> new Tls.Given(certificate, key);
    };
  }
}
