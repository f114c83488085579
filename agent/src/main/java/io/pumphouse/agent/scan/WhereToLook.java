package io.pumphouse.agent.scan;

import io.pumphouse.agent.config.Endpoint;
import io.pumphouse.hal.line.Wiring;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a scan is to look, as it is typed. */
public final class WhereToLook {
  @Option(names = "--tcp", paramLabel = "HOST[:PORT]", description = "Modbus TCP.")
  private String tcp = "";

  @Option(
      names = "--rtu-over-tcp",
      paramLabel = "HOST:PORT",
      description = "A transparent serial server.")
  private String rtuOverTcp = "";

  @Option(names = "--serial", paramLabel = "PATH", description = "A serial port.")
  private String serial = "";

  /** The place; empty if what was typed is none. */
  public Optional<Place> place() {
    if (!serial.isEmpty()) {
      return Optional.of(new Place.Port(serial));
    }
    if (!rtuOverTcp.isEmpty()) {
      return Endpoint.of(rtuOverTcp)
          .map(at -> new Place.Net(new Wiring.RtuOverTcp(at.host(), at.port())));
    }
    return Endpoint.of(tcp)
        .or(() -> Endpoint.of(tcp + ":502"))
        .map(at -> new Place.Net(new Wiring.Tcp(at.host(), at.port())));
  }
}
