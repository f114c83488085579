package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Ledger;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A technician with a cable and no network: from the login to a restored agent. */
final class ConsoleTest {
  private static final String PUMP =
      "- {id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:9\"}}";
  private static final int STARTS_AGAIN = 75;
  private static final Pattern BACKUP = Pattern.compile("own\\.pumphouse-\\S+");

  @TempDir private Path folder;

  @BeforeAll
  static void requireCables() {
    Tools.require("socat");
  }

  /** As systemd starts it. */
  private Product start(PtyPair cable) throws Exception {
    String console = "console: {serial: " + cable.agentEnd() + "}";
    return Product.start(folder, PUMP, console, Map.of("INVOCATION_ID", "test"));
  }

  /** Every class that the agent has loaded. */
  private static String loaded(Product product) throws InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = "" + product.process().handle().pid();
    try (Child asked = new Child(Map.of(), List.of(jcmd, pid, "VM.class_hierarchy"))) {
      return asked.output();
    }
  }

  /** Has anna own the server. */
  private void claim(Product product) throws Exception {
    AgentFolder agent = new AgentFolder(folder);
    String code = agent.said(0, "claim-code").strip();
    String claim =
        "{\"code\":\"" + code + "\",\"user\":\"anna\",\"password\":\"correct horse battery\"}";
    HttpRequest request =
        HttpRequest.newBuilder(product.dashboard().resolve("/api/v1/claim"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(claim))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isBetween(200, 299);
    }
  }

  /** Three names that are none end a session; who presses Enter as it says so is asked again. */
  private static void comeBackAtOnce(Laptop laptop) {
    laptop.type("\r");
    for (int time = 0; time < 5; time++) {
      laptop.sees("login: ");
      laptop.type("\r\r\r");
      laptop.sees("bye");
      laptop.type("\r");
    }
    laptop.sees("login: ");
    laptop.type("\r\r\r");
    laptop.sees("come back");
  }

  private static void logIn(Laptop laptop) {
    laptop.type("\r");
    laptop.sees("login: ");
    laptop.type("anna\r");
    laptop.sees("password: ");
    laptop.type("correct horse battery\r");
    assertThat(laptop.sees("pumphouse> ")).contains("WRONG - Test", "pump house: ");
  }

  /** Runs a job and restores what it kept. */
  private void rescue(Laptop laptop) {
    laptop.type("status\r");
    assertThat(laptop.sees("-- more")).contains("pump house", "degraded");
    laptop.type("q");
    laptop.sees("pumphouse> ");
    laptop.asks("jobs create own type=snapshot same-disk=yes destination=" + folder + "/stick");
    assertThat(laptop.asks("jobs start own")).contains("run 1 of own");
    String runs = laptop.asks("jobs runs");
    while (!runs.contains("succeeded")) {
      assertThat(runs).doesNotContain("failed");
      runs = laptop.asks("jobs runs");
    }
    Matcher backup = BACKUP.matcher(laptop.asks("backups list"));
    assertThat(backup.find()).isTrue();
    assertThat(laptop.asks("backups waiting")).contains("nothing waits");
    assertThat(laptop.asks("backups restore " + backup.group())).doesNotContain("pumphouse: ");
    assertThat(laptop.asks("backups waiting")).contains("takes its place");
    laptop.type("restart\r");
    laptop.sees("the agent ends now");
  }

  private List<String> events() {
    Path ledger = folder.resolve("data").resolve("ledger.db");
    try (Ledger book = new Ledger(ledger, "boot", new SystemTime())) {
      book.start();
      return book.latest(100).stream().map(Event::text).toList();
    }
  }

  @Test
  void aTechnicianLogsInRunsAJobAndRestoresWithNothingButTheCable() throws Exception {
    try (PtyPair cable = new PtyPair(folder);
        Laptop laptop = new Laptop(cable.pumpEnd())) {
      try (Product product = start(cable)) {
        claim(product);
        assertThat(loaded(product)).contains("agent.console.Post/").doesNotContain("org.jline.");
        comeBackAtOnce(laptop);
        logIn(laptop);
        assertThat(loaded(product)).contains("org.jline.");
        rescue(laptop);
        assertThat(product.process().exitCode()).isEqualTo(STARTS_AGAIN);
      }
      assertThat(events())
          .contains("jobs start own: done, by anna at " + cable.agentEnd())
          .anyMatch(text -> text.startsWith("restart: done, by anna"));
      try (Product product = start(cable)) {
        assertThat(product.get("/backups/restore")).contains("Restored last");
        product.terminate();
      }
    }
  }
}
