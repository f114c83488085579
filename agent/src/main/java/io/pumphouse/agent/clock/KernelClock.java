package io.pumphouse.agent.clock;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The status of the kernel's clock, by adjtimex(2) with nothing to change, which needs no
 * privilege. Java has no call for it. Thread-safe; says once why it cannot.
 */
final class KernelClock {
  private static final Logger LOG = LoggerFactory.getLogger(KernelClock.class);

  /** At least the size of {@code struct timex}: 208 bytes on every 64-bit Linux. */
  private static final long SIZE = 256;

  private volatile boolean isRefused;
  private volatile Optional<MethodHandle> adjtimex = Optional.empty();

  /** The {@code status} bits; empty where the kernel or the C library refuses. */
  OptionalInt status() {
    if (isRefused) {
      return OptionalInt.empty();
    }
    try {
      return ask();
    } catch (Throwable failure) {
      return refused(failure.toString());
    }
  }

  private OptionalInt ask() throws Throwable {
    MethodHandle call = adjtimex.isPresent() ? adjtimex.get() : linked();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment timex = arena.allocate(SIZE, JAVA_LONG.byteAlignment()); // modes: none
      int state = (int) call.invokeExact(timex);
      return state < 0
          ? refused("adjtimex gave " + state)
          : OptionalInt.of(timex.get(JAVA_INT, statusOffset()));
    }
  }

  /** Kept, for it is asked every second and linking costs more than asking. */
  @SuppressWarnings("restricted")
  private MethodHandle linked() {
    Linker linker = Linker.nativeLinker();
    MethodHandle made =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("adjtimex"),
            FunctionDescriptor.of(JAVA_INT, ADDRESS));
    adjtimex = Optional.of(made);
    return made;
  }

  /** After {@code modes}, {@code offset}, {@code freq}, {@code maxerror} and {@code esterror}. */
  private static long statusOffset() {
    return 5 * JAVA_LONG.byteSize();
  }

  private OptionalInt refused(String why) {
    isRefused = true;
    LOG.info("the kernel does not tell whether its clock is set ({}); looking for marks", why);
    return OptionalInt.empty();
  }
}
