package io.pumphouse.agent.config;

/** {@code web:} how people reach the pages. */
final class WebSection {
  static final String EXAMPLE = "{listen: \"127.0.0.1:8080\"}";

  private static final Endpoint USUAL = new Endpoint("127.0.0.1", 8080);
  private static final Kind<Endpoint> LISTEN = Endpoint.toListen(USUAL);
  private static final Kind<Integer> MAX_CLIENTS = Numbers.between(1, 1000, 32);

  private WebSection() {}

  static WebConfig read(Section web) {
    return new WebConfig(listen(web), web.optional("max-clients", MAX_CLIENTS, 32));
  }

  /** Without accounts the pages are for this machine alone. */
  private static Endpoint listen(Section web) {
    Endpoint listen = web.optional("listen", LISTEN, USUAL);
    if (!listen.isLoopback()) {
      web.refuse(
          "listen",
          "a loopback address, such as "
              + USUAL
              + ", because there are no accounts yet and whoever reaches the port sees"
              + " everything; to look from another machine run there:"
              + " ssh -L 8080:127.0.0.1:8080 USER@THIS-MACHINE");
    }
    return listen;
  }
}
