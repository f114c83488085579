package io.pumphouse.agent.backup.notice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Real listeners on this machine: one for HTTP, one for SMTP; they keep what they hear. */
public final class Ears implements AutoCloseable {
  private final HttpServer http;
  private final ServerSocket smtp;
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  /** With which the web listener answers. */
  public final AtomicInteger status = new AtomicInteger(200);

  /** So many more requests it refuses first. */
  public final AtomicInteger deaf = new AtomicInteger();

  public Ears() throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    http = HttpServer.create(new InetSocketAddress(here, 0), 0);
    http.createContext("/", this::hear);
    http.start();
    smtp = new ServerSocket(0, 9, here);
    Thread.ofVirtual().start(this::mail);
  }

  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  public String mailUrl() {
    return "smtp://127.0.0.1:" + smtp.getLocalPort();
  }

  /** The next thing heard. */
  public String next() throws InterruptedException {
    String next = heard.poll(20, TimeUnit.SECONDS);
    return next == null ? "nothing was heard" : next;
  }

  /** Whether nothing has been heard that was not asked for. */
  public boolean isSilent() {
    return heard.isEmpty();
  }

  private void hear(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    StringBuilder all = new StringBuilder();
    all.append(exchange.getRequestMethod()).append(' ').append(exchange.getRequestURI());
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> all.append('\n').append(name).append(": ").append(values));
    heard.add(all + "\n\n" + body);
    boolean isDeaf = deaf.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    exchange.sendResponseHeaders(isDeaf ? 503 : status.get(), -1);
    exchange.close();
  }

  private void mail() {
    while (!smtp.isClosed()) {
      try (Socket client = smtp.accept()) {
        converse(client);
      } catch (IOException _) {
        heard.add("hung up");
      }
    }
  }

  private void converse(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder all = new StringBuilder();
    boolean isData = false;
    say(client, "220 here");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      all.append(line).append('\n');
      if (isData && !line.equals(".")) {
        continue;
      }
      isData = line.equals("DATA");
      if (line.startsWith("EHLO")) {
        say(client, "250-here");
      }
      say(client, isData ? "354 go on" : "250 fine");
      if (line.equals("QUIT")) {
        heard.add(all.toString());
        return;
      }
    }
    heard.add(all.toString());
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    http.stop(0);
    smtp.close();
  }
}
