package io.pumphouse.agent.publish.ship;

import io.pumphouse.agent.config.UnusableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whom to trust when another machine shows its certificate. Pure but for the file it reads. */
public final class Trusted {
  private Trusted() {}

  /**
   * Sockets for those whom this authority vouches for, or whom the machine trusts if none is named.
   *
   * @param file certificates in PEM; empty for none
   * @throws IOException if it cannot be used; its message names the file
   */
  public static SSLSocketFactory by(String file) throws IOException {
    if (file.isEmpty()) {
      return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
    try (InputStream pem = Files.newInputStream(Path.of(file))) {
      return sockets(pem);
    } catch (GeneralSecurityException e) {
      UnusableFile unusable =
          new UnusableFile(
              file + " holds no certificate that can be used: " + e.getMessage(),
              "put the authority's certificate there in PEM: -----BEGIN CERTIFICATE-----");
      unusable.initCause(e);
      throw unusable;
    }
  }

  private static SSLSocketFactory sockets(InputStream pem)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
      store.setCertificateEntry("authority " + store.size(), each);
    }
    if (store.size() == 0) {
      throw new CertificateException("there is none in it");
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }
}
