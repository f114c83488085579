package io.pumphouse.web;

import java.nio.file.Path;

/** Whether the server speaks TLS, and with which certificate. */
public sealed interface Tls {
  /** It does not: on loopback, on a trusted network, or behind a proxy that does. */
  record None() implements Tls {}

  /**
   * With a certificate of the owner's, as PEM.
   *
   * @param certificate it, and those that vouch for it
   * @param key its private key, PKCS#8
   */
  record Given(Path certificate, Path key) implements Tls {}

  /**
   * With one the agent makes for itself once and keeps.
   *
   * @param folder where {@code tls.crt} and {@code tls.key} are kept
   */
  record SelfMade(Path folder) implements Tls {}
}
