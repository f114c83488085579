package io.pumphouse.agent.command;

import io.pumphouse.web.model.Export.Format;
import io.pumphouse.web.model.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: readings taken along from elsewhere. */
@Command(
    name = "import",
    description = {
      "Stores the readings of a file: an export of another Pumphouse, or one of InfluxDB.",
      "Of InfluxDB it takes line protocol or CSV of the measurement heatpump; also packed with gzip."
          + " What is stored already stays as it is, so a file may be imported again. Exits with 0"
          + " only if every line could be used."
    })
public final class ImportCommand implements TransferVerb {
  @Parameters(index = "0", paramLabel = "FILE", description = "The file; - for standard input.")
  private String file = "";

  @Option(
      names = "--pump",
      paramLabel = "PUMP",
      defaultValue = "",
      description = "The pump that all lines are for; else the file says so, or there is but one.")
  private String pump = "";

  @Option(
      names = "--format",
      defaultValue = "",
      description = "csv, ndjson or line-protocol; found out if left out.")
  private String format = "";

  @Option(names = "--dry-run", description = "Says what would be done, and stores nothing.")
  private boolean isDry;

  @Option(names = "--json", description = "What was done as JSON, for programs.")
  private boolean isJson;

  @Mixin private TransferOptions options = new TransferOptions();

  @Override
  public Path config() {
    return options.config();
  }

  @Override
  public Optional<String> input() {
    return Optional.of(file);
  }

  @Override
  public int run(Transfer transfer, Terminal terminal) {
    if (!format.isEmpty() && Format.of(format).isEmpty()) {
      return TransferOptions.noFormat(format, terminal);
    }
    return pump.isEmpty() // then the file says whose each line is
        ? take(transfer, terminal)
        : TransferOptions.ofPump(transfer, pump, terminal, _ -> take(transfer, terminal));
  }

  private int take(Transfer transfer, Terminal terminal) {
    try {
      ImportReport report =
          transfer.in().read(terminal.in(), new Import.Order(pump, format, isDry));
      return print(report, terminal);
    } catch (IOException failure) {
      return terminal.fail(
          file + ": reading broke off: " + failure.getMessage(),
          "import it again; what is stored already is not stored twice");
    }
  }

  private int print(ImportReport report, Terminal terminal) {
    if (isJson) {
      terminal.out().println(ImportJson.of(report, isDry));
    } else {
      describe(report, terminal.out());
    }
    if (!report.trouble().isEmpty()) {
      return terminal.fail("broken off: " + report.trouble(), "then import the file again");
    }
    return report.refused() == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private void describe(ImportReport report, PrintWriter out) {
    out.printf(
        "%d lines; %s %d readings%s%n",
        report.lines(),
        isDry ? "would store" : "stored",
        report.stored(),
        report.range().map(range -> ", " + range).orElse(""));
    if (report.known() > 0) {
      out.printf("%d were stored already and stay as they are%n", report.known());
    }
    if (report.rounded() > 0) {
      out.printf("%d stood between two steps of their register; the nearer%n", report.rounded());
    }
    if (report.refused() > 0) {
      out.printf("%d lines could not be used; the first:%n", report.refused());
      report.first().forEach(line -> out.println("  " + line));
    }
  }

  @Override
  public Role need() {
    return Role.OWNER;
  }
}
