package io.pumphouse.web.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.Set;

/** What the server proves with who it is. */
public sealed interface Keys {
  /** What the keys are locked with in memory; they never leave it. */
  String LOCK = "memory";

  /**
   * They are there.
   *
   * @param store one key and its certificates, locked with {@link #LOCK}
   */
  record Ready(KeyStore store) implements Keys {}

  /**
   * They are not.
   *
   * @param cause what was tried and what came back
   * @param next what to do
   */
  record Broken(String cause, String next) implements Keys {}

  /** Those of the owner. */
  static Keys given(Path certificate, Path key) {
    try {
      return new Ready(store(certificate, key));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      return new Broken(
          "read the certificate %s and its key %s: %s".formatted(certificate, key, e),
          "see that the agent's user may read both, and that both are PEM");
    }
  }

  /**
   * Those the server has made for itself, or makes now.
   *
   * @param folder where {@code tls.crt} and {@code tls.key} lie
   * @param names what the server is called besides localhost
   */
  static Keys selfMade(Path folder, Set<String> names) {
    Path certificate = folder.resolve("tls.crt");
    Path key = folder.resolve("tls.key");
    try {
      if (!Files.exists(certificate) || !Files.exists(key)) {
        make(certificate, key, names);
      }
      return new Ready(store(certificate, key));
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      return new Broken(
          "make or read the certificate %s: %s".formatted(certificate, e),
          "see that the folder is writable; if tls.crt or tls.key is damaged, delete both");
    }
  }

  private static void make(Path certificate, Path key, Set<String> names)
      throws IOException, GeneralSecurityException {
    KeyPair pair = SelfMade.key();
    Files.deleteIfExists(key);
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        key, Pem.of("PRIVATE KEY", pair.getPrivate().getEncoded()), StandardOpenOption.WRITE);
    Files.writeString(certificate, Pem.of("CERTIFICATE", SelfMade.certificate(pair, names)));
  }

  private static KeyStore store(Path certificate, Path key)
      throws IOException, GeneralSecurityException {
    Certificate[] chain =
        Pem.certificates(Files.readString(certificate)).toArray(Certificate[]::new);
    PrivateKey secret = Pem.key(Files.readString(key));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null); // the platform's way to make an empty one
    store.setKeyEntry("pumphouse", secret, LOCK.toCharArray(), chain);
    return store;
  }
}
