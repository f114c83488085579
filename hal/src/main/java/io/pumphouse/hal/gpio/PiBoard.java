package io.pumphouse.hal.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfig;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfig;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.library.gpiod.internal.GpioDContext;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import io.pumphouse.hal.reading.TimeSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The pins of a Raspberry Pi, through Pi4J and the kernel's GPIO character device. Thread-safe. The
 * one class that knows Pi4J: a machine without a board never loads it, nor anything of Pi4J.
 *
 * <p>Each input costs a thread of Pi4J's, which looks at it a hundred times a second.
 */
public final class PiBoard implements Board {
  /** Silent, for it logs what it then throws; held here, because the JDK forgets levels. */
  private static final Logger THEIRS = Logger.getLogger("com.pi4j");

  private final Chips chips;
  private final Supplier<Context> contexts;
  private final TimeSource time;
  private Taken taken = Taken.NOTHING;

  /** The pins that are held, and how to let go of them. */
  private record Taken(Map<Output, Wired> outputs, Runnable release) {
    static final Taken NOTHING = new Taken(Map.of(), () -> {});
  }

  /** An output as Pi4J knows it. */
  private record Wired(DigitalOutput line, Pin pin) {
    void set(boolean isOn) {
      line.state(level(pin, isOn));
    }
  }

  /** The pins of this machine; nothing is touched yet. */
  public PiBoard(TimeSource time) {
    this(Chips.here(), PiBoard::character, time);
  }

  /**
   * A board over another of Pi4J's providers.
   *
   * @param contexts gives a context of its own for each time the pins are taken
   */
  PiBoard(Chips chips, Supplier<Context> contexts, TimeSource time) {
    this.chips = chips;
    this.contexts = contexts;
    this.time = time;
  }

  /**
   * The kernel's chip first, for its providers only log why they cannot have it. Without hook at
   * the end of the process: the agent closes in its own order.
   */
  private static Context character() {
    GpioDContext.getInstance().initialize();
    return Pi4J.newContextBuilder()
        .disableShutdownHook()
        .add(GpioDDigitalOutputProvider.newInstance(), GpioDDigitalInputProvider.newInstance())
        .build();
  }

  @Override
  public synchronized Outcome open(Pinout pinout, Edges edges) {
    close();
    Optional<Failed> trouble = chips.trouble();
    return trouble.isPresent() ? trouble.get() : takeAll(pinout, edges);
  }

  private Outcome takeAll(Pinout pinout, Edges edges) {
    THEIRS.setLevel(Level.OFF);
    try {
      Context context = contexts.get();
      Outcome outcome = take(context, pinout, edges);
      if (outcome instanceof Failed) {
        release(context);
      }
      return outcome;
    } catch (RuntimeException | LinkageError failure) { // all that Pi4J throws is unchecked
      return PinTrouble.of("the board cannot be opened", failure);
    }
  }

  private Outcome take(Context context, Pinout pinout, Edges edges) {
    Map<Output, Wired> outputs = new EnumMap<>(Output.class);
    for (Map.Entry<Use, Pin> each : pinout.pins().entrySet()) {
      Pin pin = each.getValue();
      try {
        switch (each.getKey()) {
          case Output output -> outputs.put(output, new Wired(output(context, output, pin), pin));
          case Input input -> listen(input(context, input, pin), input, pin, edges);
        }
      } catch (RuntimeException | LinkageError failure) {
        return PinTrouble.of(pin + " for " + each.getKey().key(), failure);
      }
    }
    taken = new Taken(outputs, () -> release(context));
    return new Done();
  }

  private static DigitalOutput output(Context context, Output output, Pin pin) {
    DigitalState rest = level(pin, false);
    return context.create(
        DigitalOutputConfig.newBuilder(context)
            .id(name(output))
            .address(pin.bcm())
            .initial(rest)
            .shutdown(rest)
            .build());
  }

  private static DigitalInput input(Context context, Input input, Pin pin) {
    return context.create(
        DigitalInputConfig.newBuilder(context)
            .id(name(input))
            .address(pin.bcm())
            .pull(pin.isActiveLow() ? PullResistance.PULL_UP : PullResistance.PULL_DOWN)
            .debounce(0L) // what counts as a pulse is decided where pulses are counted
            .build());
  }

  private void listen(DigitalInput line, Input input, Pin pin, Edges edges) {
    line.addListener(
        event -> edges.edge(input, event.state().equals(level(pin, true)), time.nanos()));
  }

  /** Whom gpioinfo names as the holder of the line. */
  private static String name(Use use) {
    return "pumphouse " + use.key();
  }

  private static DigitalState level(Pin pin, boolean isOn) {
    return pin.isHighWhen(isOn) ? DigitalState.HIGH : DigitalState.LOW;
  }

  @Override
  public synchronized Outcome set(Output output, boolean isOn) {
    Wired wired = taken.outputs().get(output);
    if (wired == null) {
      return NotOpen.failed(output);
    }
    try {
      wired.set(isOn);
      return new Done();
    } catch (RuntimeException failure) {
      return PinTrouble.of(wired.pin() + " for " + output.key(), failure);
    }
  }

  @Override
  public synchronized void close() {
    taken.release().run();
    taken = Taken.NOTHING;
  }

  /** Outputs go to rest by their own shutdown state. */
  private static void release(Context context) {
    try {
      context.shutdown();
    } catch (RuntimeException failure) {
      Logger.getLogger(PiBoard.class.getName())
          .log(Level.WARNING, "the pins were not let go of in order", failure);
    }
  }
}
