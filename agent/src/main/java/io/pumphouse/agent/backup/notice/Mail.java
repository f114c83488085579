package io.pumphouse.agent.backup.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pumphouse.agent.config.NoticeConfig;
import io.pumphouse.agent.config.SecretFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.function.Supplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one mail by SMTP (RFC 5321): {@code smtp://} asks for STARTTLS and goes on without it only
 * if no password would be seen; {@code smtps://} is encrypted from the first byte. Confined to one
 * thread.
 */
final class Mail {
  private static final Logger LOG = LoggerFactory.getLogger(Mail.class);
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int MOST_HEARD = 10_000;

  private final NoticeConfig to;
  private final URI server;
  private final Supplier<SSLSocketFactory> trust;
  private Socket socket;
  private BufferedReader in;

  private Mail(NoticeConfig to, URI server, Socket socket, Supplier<SSLSocketFactory> trust)
      throws IOException {
    this.to = to;
    this.server = server;
    this.trust = trust;
    this.socket = socket;
    this.in = reader(socket);
  }

  /**
   * Sends a notice.
   *
   * @throws IOException if the server did not take it, with what it said
   */
  static void send(NoticeConfig to, Notice notice, Instant now, Supplier<SSLSocketFactory> trust)
      throws IOException {
    URI server = URI.create(to.url());
    boolean isTls = server.getScheme().equals("smtps");
    int port = server.getPort() < 0 ? (isTls ? 465 : 587) : server.getPort();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(server.getHost(), port), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      Mail mail = new Mail(to, server, plain, trust);
      if (isTls) {
        mail.encrypt(port);
      }
      mail.greet(isTls);
      mail.deliver(notice, now);
    }
  }

  private void greet(boolean isTls) throws IOException {
    answer("2");
    String able = say("EHLO pumphouse", "2");
    boolean isSafe = isTls;
    if (!isTls && able.contains("STARTTLS")) {
      say("STARTTLS", "2");
      encrypt(socket.getPort());
      say("EHLO pumphouse", "2");
      isSafe = true;
    }
    if (!to.user().isEmpty()) {
      if (!isSafe) {
        throw new IOException("the server offers no encryption, and the password stays here");
      }
      String plain = "\0" + to.user() + "\0" + SecretFile.of(to.secretFile());
      say("AUTH PLAIN " + Base64.getEncoder().encodeToString(plain.getBytes(UTF_8)), "2");
    }
  }

  private void deliver(Notice notice, Instant now) throws IOException {
    say("MAIL FROM:<" + to.from() + ">", "2");
    say("RCPT TO:<" + to.to() + ">", "2");
    say("DATA", "3");
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
    String head =
        """
        From: <%s>
        To: <%s>
        Subject: %s
        Date: %s
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        """
            .formatted(to.from(), to.to(), notice.title(), date);
    String lines = (head + notice.body()).replaceAll("(?m)^\\.", "..").replaceAll("\r?\n", "\r\n");
    say(lines + "\r\n.", "2");
    leave();
  }

  /** It has the mail: what becomes of the farewell must not have it sent once more. */
  private void leave() {
    try {
      say("QUIT", "2");
    } catch (IOException e) {
      LOG.debug("no farewell from {}: {}", server.getHost(), e.toString());
    }
  }

  private String say(String line, String wanted) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
    return answer(wanted);
  }

  /** A reply of one or more lines, the last without a hyphen behind its code. */
  private String answer(String wanted) throws IOException {
    StringBuilder all = new StringBuilder();
    while (true) {
      String line = line(all);
      if (line.length() < 4 || line.charAt(3) != '-') {
        if (!line.startsWith(wanted)) {
          throw new IOException("the server refused: " + line.replaceAll("\\p{Cntrl}", " "));
        }
        return all.toString();
      }
    }
  }

  /** The next line, which is added to what was heard before; there is an end to both. */
  private String line(StringBuilder heard) throws IOException {
    int from = heard.length();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server hung up after: " + heard);
      }
      if (heard.length() >= MOST_HEARD) {
        throw new IOException("the server answers without end; see whether it speaks SMTP");
      }
      heard.append((char) c);
    }
    String line = heard.substring(from).stripTrailing();
    heard.append('\n');
    return line;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  /** What was heard before the handshake counts for nothing after it: anybody can have said it. */
  private void encrypt(int port) throws IOException {
    SSLSocket safe = (SSLSocket) trust.get().createSocket(socket, server.getHost(), port, true);
    SSLParameters parameters = safe.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the name in the certificate counts
    safe.setSSLParameters(parameters);
    safe.startHandshake();
    socket = safe;
    in = reader(safe);
  }
}
