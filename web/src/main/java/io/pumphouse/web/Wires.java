package io.pumphouse.web;

import io.pumphouse.web.tls.Keys;
import java.util.List;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** How bytes become requests: plainly, or through TLS. */
sealed interface Wires {
  record Plain() implements Wires {}

  record Encrypted(Keys.Ready keys) implements Wires {}

  /** They cannot. */
  record Broken(Start.Failed why) implements Wires {}

  /** As the settings want it. */
  static Wires of(WebSettings settings) {
    return switch (settings.tls()) {
      case Tls.None _ -> new Plain();
      case Tls.Given(var certificate, var key) -> of(Keys.given(certificate, key));
      case Tls.SelfMade(var folder) -> of(Keys.selfMade(folder, settings.allowedHosts()));
    };
  }

  private static Wires of(Keys keys) {
    return switch (keys) {
      case Keys.Ready ready -> new Encrypted(ready);
      case Keys.Broken(String cause, String next) -> new Broken(new Start.Failed(cause, next));
    };
  }

  /** What Jetty puts on each connection, the outermost first. */
  default List<ConnectionFactory> factories(HttpConfiguration http) {
    return switch (this) {
      case Plain _ -> List.of(new HttpConnectionFactory(http));
      case Encrypted(Keys.Ready(var store)) -> {
        // The gate checks names; a certificate made at home need not know them all.
        http.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(store);
        tls.setKeyManagerPassword(Keys.LOCK);
        yield List.of(new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
      }
      case Broken(var why) -> throw new IllegalStateException(why.cause());
    };
  }
}
