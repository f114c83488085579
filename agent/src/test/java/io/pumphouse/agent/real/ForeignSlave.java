package io.pumphouse.agent.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A Modbus slave that this project did not write, unit 1, steered by the test. */
final class ForeignSlave implements AutoCloseable {
  private final Child child;

  private ForeignSlave(Child child) throws InterruptedException {
    this.child = child;
    child.await("^ready$");
  }

  /** pymodbus on Modbus TCP. */
  static ForeignSlave tcp(Path folder, int port) throws InterruptedException {
    return start(folder, "tcp", "127.0.0.1:" + port);
  }

  /** pymodbus on a serial line of 9600 baud. */
  static ForeignSlave rtu(Path folder, Path device) throws InterruptedException {
    return start(folder, "rtu", device.toString(), "9600");
  }

  /** libmodbus on Modbus TCP. */
  static ForeignSlave libmodbusTcp(Path folder, int port) throws InterruptedException {
    return steered(folder, "tcp", String.valueOf(port));
  }

  /** libmodbus on a serial line of 9600 baud. */
  static ForeignSlave libmodbusRtu(Path folder, Path device) throws InterruptedException {
    return steered(folder, "rtu", device + ":9600");
  }

  private static ForeignSlave steered(Path folder, String kind, String where)
      throws InterruptedException {
    Path program = CProgram.compiled(folder, "slave");
    return new ForeignSlave(
        new Child(Map.of(), List.of(program.toString(), kind, where, "steered")));
  }

  private static ForeignSlave start(Path folder, String... where) throws InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("/usr/bin/python3", "-u", script(folder).toString()));
    command.addAll(List.of(where));
    command.add("1");
    return new ForeignSlave(new Child(Map.of(), command));
  }

  private static Path script(Path folder) {
    Path script = folder.resolve("slave.py");
    try (InputStream source = ForeignSlave.class.getResourceAsStream("/real/slave.py")) {
      Files.copy(Objects.requireNonNull(source), script, StandardCopyOption.REPLACE_EXISTING);
      return script;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Sets one address; a negative value as its two's complement. */
  void set(String kind, int address, int value) throws InterruptedException {
    child.tell("set " + kind + " " + address + " " + (value & 0xFFFF));
    child.await("^ok$");
  }

  /** From now on the slave refuses any request that touches this address. */
  void forget(String kind, int address) throws InterruptedException {
    child.tell("forget " + kind + " " + address);
    child.await("^ok$");
  }

  /** What it says when asked what it is; pymodbus only. */
  void name(String vendor, String product, String version) throws InterruptedException {
    child.tell("name " + String.join("|", vendor, product, version));
    child.await("^ok$");
  }

  /** Gives every address in this range the same value. */
  void fill(String kind, int from, int to, int value) throws InterruptedException {
    child.tell("fill " + kind + " " + from + " " + to + " " + (value & 0xFFFF));
    child.await("^ok$");
  }

  @Override
  public void close() {
    child.close();
  }
}
