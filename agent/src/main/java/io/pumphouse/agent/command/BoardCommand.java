package io.pumphouse.agent.command;

import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.SgReady;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code board}: what hangs on the pins of the machine, and how it stands. */
@Command(
    name = "board",
    description = "What hangs on the pins of this machine, and how it stands.",
    subcommands = BoardCommand.Order.class)
public final class BoardCommand implements AgentVerb {
  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Override
  public int run(Desk desk, Terminal terminal) {
    Pins.Report report = desk.board().report();
    if (isJson) {
      terminal.out().println(desk.json().board().apply(report));
      return ExitCode.OK;
    }
    if (report.seats().isEmpty()) {
      terminal
          .out()
          .println("nothing hangs on the pins of this machine; see gpio: in docs/board.md");
    }
    for (Pins.Seat seat : report.seats()) {
      String pin = "gpio " + seat.bcm() + (seat.isActiveLow() ? " active-low" : "");
      terminal.out().printf("%-14s %-18s %s%n", seat.use(), pin, seat.state());
    }
    if (report.sgReady() instanceof Pins.State(SgReady state, var lasting, var who, var why)) {
      terminal
          .out()
          .printf(
              "SG Ready: %s, for %d s, by %s: %s%n", state.words(), lasting.toSeconds(), who, why);
    }
    if (!report.board().isWell()) {
      terminal.out().printf("out of order: %s%n", report.board().cause());
      terminal.out().printf("what to do: %s%n", report.board().next());
    }
    return ExitCode.OK;
  }

  @Override
  public String whyAgent() {
    return "it alone holds the pins";
  }

  /** {@code board sg-ready}: tells the pump something by its SG Ready inputs. */
  @Command(
      name = "sg-ready",
      description = "Tells the pump something by its SG Ready inputs; each state stands for 60 s.")
  static final class Order implements AgentVerb {
    @Parameters(
        index = "0",
        paramLabel = "STATE",
        description = "blocked, normal, recommended or forced; or 1 to 4.")
    private String state = "";

    @Option(
        names = "--why",
        required = true,
        paramLabel = "TEXT",
        description = "The reason; it is kept in the event log with your name.")
    private String why = "";

    @Override
    public int run(Desk desk, Terminal terminal) {
      Optional<SgReady> wanted = SgReady.of(state);
      if (wanted.isEmpty()) {
        return terminal.misuse(
            "there is no state \"" + state + "\"", "use blocked, normal, recommended or forced");
      }
      return switch (desk.board().order(wanted.get(), terminal.user(), why)) {
        case Pins.Done(SgReady before, SgReady now) -> {
          terminal.out().println("SG Ready: " + now.words() + ", before " + before.words());
          yield ExitCode.OK;
        }
        case Pins.Refused(_, String cause, String next) -> terminal.fail(cause, next);
      };
    }

    @Override
    public String whyAgent() {
      return "it alone holds the pins";
    }

    @Override
    public Role need() {
      return Role.TECHNICIAN;
    }
  }
}
