package io.pumphouse.agent.backup.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * A mail server that encrypts, with a certificate that the JDK's own tool made for it. It keeps
 * what it hears of each connection, line by line, and whether that was encrypted.
 */
final class PostOffice implements AutoCloseable {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore keys;
  private final ServerSocket door;
  private final boolean isSafeFromTheStart;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /** What it says to a farewell; nothing where it is empty: it just hangs up. */
  volatile String farewell = "221 bye";

  /** What somebody on the way puts behind its answer to STARTTLS. */
  volatile String slipped = "";

  /**
   * @param isSafeFromTheStart or only after STARTTLS
   */
  PostOffice(KeyStore keys, boolean isSafeFromTheStart) throws IOException {
    this.keys = keys;
    this.isSafeFromTheStart = isSafeFromTheStart;
    this.door = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::work);
  }

  /**
   * A key with a certificate of its own, which takes a second to make.
   *
   * @param names for which it is: {@code dns:localhost}
   */
  static KeyStore keys(Path file, String names)
      throws IOException, GeneralSecurityException, InterruptedException {
    Process made =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=post",
                "-ext",
                "san=" + names,
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    if (made.waitFor() != 0) {
      throw new IOException("keytool made no certificate");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Of somebody who trusts this server and no other. */
  SSLSocketFactory trust() {
    try {
      KeyStore known = KeyStore.getInstance("PKCS12");
      known.load(null, PASSWORD);
      known.setCertificateEntry("post", keys.getCertificate("mykey"));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(known);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that was heard on one connection, after it ended. */
  String next() throws InterruptedException {
    String next = heard.poll(20, TimeUnit.SECONDS);
    return next == null ? "nobody came" : next;
  }

  private void work() {
    while (!door.isClosed()) {
      StringBuilder all = new StringBuilder();
      try (Socket client = door.accept()) {
        converse(isSafeFromTheStart ? encrypted(client) : client, all);
      } catch (IOException | GeneralSecurityException e) {
        all.append("broke off: ").append(e.getMessage());
      }
      heard.add(all.toString());
    }
  }

  private SSLSocket encrypted(Socket client) throws IOException, GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    SSLSocket safe =
        (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
    safe.setUseClientMode(false);
    safe.startHandshake();
    return safe;
  }

  private void converse(Socket client, StringBuilder all)
      throws IOException, GeneralSecurityException {
    if (!(client instanceof SSLSocket) || isSafeFromTheStart) {
      say(client, "220 here");
    }
    String how = client instanceof SSLSocket ? "safe: " : "open: ";
    BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
    boolean isData = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      all.append(how).append(line).append('\n');
      if (isData && !line.equals(".")) {
        continue;
      }
      if (line.equals("STARTTLS")) {
        say(client, "220 go on" + slipped);
        converse(encrypted(client), all);
        return;
      }
      if (line.equals("QUIT")) {
        say(client, farewell);
        return;
      }
      isData = line.equals("DATA");
      answer(client, line);
    }
  }

  private static void answer(Socket client, String line) throws IOException {
    if (line.startsWith("EHLO") && !(client instanceof SSLSocket)) {
      say(client, "250-here\r\n250 STARTTLS");
    } else {
      say(client, line.equals("DATA") ? "354 go on" : "250 fine");
    }
  }

  private static void say(Socket client, String line) throws IOException {
    if (!line.isEmpty()) {
      client.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
