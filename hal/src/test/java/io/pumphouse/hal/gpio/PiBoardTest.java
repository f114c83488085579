package io.pumphouse.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.exception.InitializeException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProviderImpl;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProviderImpl;
import io.pumphouse.hal.gpio.Board.Done;
import io.pumphouse.hal.gpio.Board.Failed;
import io.pumphouse.hal.line.FakeTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Pi4J board over Pi4J's own mock of pins. */
final class PiBoardTest implements BoardContract {
  private static final Edges NOBODY = (_, _, _) -> {};

  @TempDir private Path devices;

  private final FakeTime time = new FakeTime();
  private final Map<Integer, DigitalOutput> outputs = new HashMap<>();
  private final Map<Integer, MockDigitalInput> inputs = new HashMap<>();
  private final Set<Integer> busy = new HashSet<>();
  private PiBoard board = new PiBoard(time);

  /** Pi4J's mock, which keeps what it made, and refuses pins that are taken. */
  private final class Outputs extends MockDigitalOutputProviderImpl {
    @Override
    public DigitalOutput create(DigitalOutputConfig config) {
      if (busy.contains(config.address())) {
        throw new IllegalStateException(
            "Failed to initialize IO " + config.id(),
            new InitializeException("c_gpiod_line_request failed! (Device or resource busy)"));
      }
      DigitalOutput output = super.create(config);
      outputs.put(config.address(), output);
      return output;
    }
  }

  private final class Inputs extends MockDigitalInputProviderImpl {
    @Override
    public DigitalInput create(DigitalInputConfig config) {
      DigitalInput input = super.create(config);
      inputs.put(config.address(), (MockDigitalInput) input);
      return input;
    }
  }

  @BeforeEach
  void plugIn() throws IOException {
    Files.createFile(devices.resolve("gpiochip0"));
    board = new PiBoard(new Chips(devices, _ -> true), this::context, time);
  }

  @AfterEach
  void unplug() {
    board.close();
  }

  private Context context() {
    return Pi4J.newContextBuilder().disableShutdownHook().add(new Outputs(), new Inputs()).build();
  }

  @Override
  public Board board() {
    return board;
  }

  @Override
  public boolean isHigh(int bcm) {
    return Objects.requireNonNull(outputs.get(bcm)).state() == DigitalState.HIGH;
  }

  @Override
  public void drive(int bcm, boolean isHigh) {
    MockDigitalInput input = inputs.get(bcm);
    if (input != null) {
      input.mockState(DigitalState.getState(isHigh));
    }
  }

  @Override
  public void advance(Duration passed) {
    time.advance(passed);
  }

  @Test
  void aMachineWithoutChipsIsToldApartBeforePi4jIsAsked() {
    board = new PiBoard(new Chips(devices.resolve("none"), _ -> true), this::context, time);

    assertThat(board.open(PLAIN, NOBODY)).isInstanceOf(Failed.class);
    assertThat(outputs).isEmpty();
  }

  @Test
  void aPinThatIsTakenIsNamedAndNoneIsKept() {
    busy.add(LAMP);

    assertThat(board.open(PLAIN, NOBODY))
        .isEqualTo(
            new Failed(
                "gpio 23 active-low for status-lamp: c_gpiod_line_request failed! (Device or"
                    + " resource busy)",
                "another program or a device-tree overlay holds the pin; gpioinfo names it: stop"
                    + " it, or use another pin"));
    assertThat(board.set(Output.SG_READY_A, true)).isInstanceOf(Failed.class);
  }

  @Test
  void whatFailedOnceIsTriedAgain() {
    busy.add(RELAY);
    board.open(PLAIN, NOBODY);

    busy.clear();

    assertThat(board.open(PLAIN, NOBODY)).isEqualTo(new Done());
  }

  @Test
  void nativeCodeThatCannotBeLoadedIsAFailureLikeAnyOther() {
    board =
        new PiBoard(
            new Chips(devices, _ -> true),
            () -> {
              throw new UnsatisfiedLinkError("no libgpiod.so for amd64");
            },
            time);

    assertThat(board.open(PLAIN, NOBODY))
        .isEqualTo(
            new Failed(
                "the board cannot be opened: Pi4J's native code cannot be loaded: no libgpiod.so"
                    + " for amd64",
                "it is there for 64-bit ARM alone; on a Raspberry Pi, install the agent again"));
  }
}
