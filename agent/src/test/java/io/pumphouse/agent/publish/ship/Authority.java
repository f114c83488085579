package io.pumphouse.agent.publish.ship;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority such as a house may have, made by the JDK's own tool. */
final class Authority {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String NAME = "authority";
  private static final String SERVER = "server";

  private final Path folder;

  /** It takes a second or two to make. */
  Authority(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    keytool(NAME, "-ext", "bc:c");
  }

  /**
   * Makes a key for a server and vouches for it.
   *
   * @param names of the server: {@code ip:127.0.0.1}
   */
  Authority vouchFor(String names, String... more) throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of("-signer", NAME, "-ext", "san=" + names));
    options.addAll(List.of(more));
    keytool(SERVER, options.toArray(String[]::new));
    return this;
  }

  private void keytool(String whose, String... more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", whose, "-dname", "CN=" + whose));
    command.addAll(List.of("-keyalg", "EC", "-storepass", new String(PASSWORD)));
    command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString()));
    command.addAll(List.of(more));
    Path said = folder.resolve("keytool.log");
    Process made =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    if (made.waitFor() != 0) {
      throw new IOException("keytool: " + Files.readString(said));
    }
  }

  private KeyStore keys() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  /** Its own certificate in PEM, for whoever is to trust it. */
  Path certificate() throws IOException, GeneralSecurityException {
    return pem("authority.crt", "CERTIFICATE", keys().getCertificate(NAME).getEncoded());
  }

  /** The server's certificate and its own. */
  Path chain() throws IOException, GeneralSecurityException {
    Certificate[] chain = keys().getCertificateChain(SERVER);
    byte[][] all = new byte[chain.length][];
    for (int i = 0; i < chain.length; i++) {
      all[i] = chain[i].getEncoded();
    }
    return pem("server.crt", "CERTIFICATE", all);
  }

  /** The server's key. */
  Path key() throws IOException, GeneralSecurityException {
    return pem("server.key", "PRIVATE KEY", keys().getKey(SERVER, PASSWORD).getEncoded());
  }

  /** For a server in Java. */
  SSLContext context() throws IOException, GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    KeyStore keys = keys();
    keys.deleteEntry(NAME); // it signs, and serves nothing
    own.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    return context;
  }

  private Path pem(String file, String what, byte[]... ders) throws IOException {
    StringBuilder text = new StringBuilder();
    Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII));
    Arrays.stream(ders)
        .forEach(
            der ->
                text.append("-----BEGIN %s-----\n".formatted(what))
                    .append(lines.encodeToString(der))
                    .append("\n-----END %s-----\n".formatted(what)));
    return Files.writeString(folder.resolve(file), text);
  }
}
