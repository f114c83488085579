package io.pumphouse.agent.config;

import java.nio.file.Path;

/** Whether the pages are spoken over TLS. */
public sealed interface TlsConfig {
  record Off() implements TlsConfig {}

  /** With a certificate the agent makes for itself. */
  record SelfSigned() implements TlsConfig {}

  /**
   * With a certificate of the owner's.
   *
   * @param certificate PEM, and those that vouch for it
   * @param key PEM, PKCS#8
   */
  record Given(Path certificate, Path key) implements TlsConfig {}
}
