package io.pumphouse.agent.publish.mqtt;

import io.pumphouse.agent.config.MqttConfig;
import io.pumphouse.agent.publish.ship.Trusted;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Gets through to a broker, with TLS where its address says so. */
final class Dialing {
  static final int PATIENCE_MILLIS = 15_000;
  private static final int PORT = 1883;
  private static final int SAFE_PORT = 8883;

  private Dialing() {}

  static Socket to(MqttConfig config) throws IOException {
    URI url = config.url();
    boolean isSafe = url.getScheme().equals("mqtts");
    int usual = isSafe ? SAFE_PORT : PORT;
    int port = url.getPort() > 0 ? url.getPort() : usual;
    Socket plain = new Socket();
    try {
      plain.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      plain.setTcpNoDelay(true);
      return isSafe ? safe(plain, url.getHost(), port, config.caFile()) : plain;
    } catch (IOException | RuntimeException e) {
      plain.close();
      throw e;
    }
  }

  private static Socket safe(Socket plain, String host, int port, String caFile)
      throws IOException {
    Socket socket = Trusted.by(caFile).createSocket(plain, host, port, true);
    if (socket instanceof SSLSocket tls) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the name must be the certificate's
      tls.setSSLParameters(parameters);
      tls.startHandshake();
    }
    return socket;
  }
}
