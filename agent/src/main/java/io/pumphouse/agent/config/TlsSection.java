package io.pumphouse.agent.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code tls:} whether the pages are spoken over TLS, and with which certificate. */
final class TlsSection {
  static final String EXAMPLE = "{self-signed: true}";

  private static final Kind<Boolean> TRUTH = Choice.of(List.of(true, false), String::valueOf);
  private static final Kind<Path> FILE =
      new Kind<>(
          "the full path of a PEM file, such as /etc/pumphouse/tls.crt",
          text -> Optional.of(text).filter(path -> path.startsWith("/")).map(Path::of));

  private TlsSection() {}

  static TlsConfig read(Section tls) {
    boolean isSelfSigned = tls.optional("self-signed", TRUTH, false);
    boolean isGiven = tls.has("certificate") || tls.has("key");
    if (isSelfSigned && isGiven) {
      tls.refuseAll("self-signed and a certificate", "one of them");
    }
    if (!isGiven) {
      return isSelfSigned ? new TlsConfig.SelfSigned() : new TlsConfig.Off();
    }
    Optional<Path> certificate = tls.required("certificate", FILE);
    Optional<Path> key = tls.required("key", FILE);
    return certificate
        .flatMap(found -> key.map(its -> new TlsConfig.Given(found, its)))
        .<TlsConfig>map(given -> given)
        .orElseGet(TlsConfig.Off::new);
  }
}
