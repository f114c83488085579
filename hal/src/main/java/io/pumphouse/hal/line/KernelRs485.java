package io.pumphouse.hal.line;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.Linker.Option;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The kernel's own call, ioctl(2) with {@code TIOCSRS485} and {@code TIOCGRS485}. The serial
 * library has it too, but goes on as if nothing were when the driver refuses. The way into the C
 * library is made only where the configuration has {@code rs485:}. Used by the thread that opens
 * the port.
 */
final class KernelRs485 implements Rs485Driver {
  /** Of every Linux that the product runs on ({@code asm-generic/ioctls.h}). */
  private static final long TIOCGRS485 = 0x542E;

  private static final long TIOCSRS485 = 0x542F;
  private static final int O_RDWR_NOCTTY_NONBLOCK_CLOEXEC = 0x2 | 0x100 | 0x800 | 0x80000;

  /** {@code struct serial_rs485}: flags, two delays, and five words that nobody uses. */
  private static final long SIZE = 8 * JAVA_INT.byteSize();

  @Override
  public Reply tell(Path device, Rs485Words wanted) {
    try (Arena arena = Arena.ofConfined()) {
      return new Call(arena).tell(device, wanted);
    } catch (RuntimeException | Error passed) {
      throw passed;
    } catch (Throwable never) {
      throw new IllegalStateException("a call into the C library threw", never);
    }
  }

  /** The functions that are needed, each keeping errno. */
  private static final class Call {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout STATE = Option.captureStateLayout();
    private static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

    /** Open and ioctl take any number of arguments after the first two. */
    private static final Option VARIADIC = Option.firstVariadicArg(2);

    private final Arena arena;
    private final MemorySegment state;

    Call(Arena arena) {
      this.arena = arena;
      this.state = arena.allocate(STATE);
    }

    Reply tell(Path device, Rs485Words wanted) throws Throwable {
      MethodHandle open =
          handle("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT), VARIADIC);
      MethodHandle close = handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
      int port =
          (int)
              open.invokeExact(
                  state, arena.allocateFrom(device.toString()), O_RDWR_NOCTTY_NONBLOCK_CLOEXEC);
      if (port < 0) {
        return refused();
      }
      try {
        return tell(port, wanted);
      } finally {
        int _ = (int) close.invokeExact(state, port);
      }
    }

    private Reply tell(int port, Rs485Words wanted) throws Throwable {
      MethodHandle ioctl =
          handle("ioctl", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), VARIADIC);
      MemorySegment words = arena.allocate(SIZE, JAVA_INT.byteAlignment());
      words.setAtIndex(JAVA_INT, 0, wanted.flags());
      words.setAtIndex(JAVA_INT, 1, wanted.before());
      words.setAtIndex(JAVA_INT, 2, wanted.after());
      if ((int) ioctl.invokeExact(state, port, TIOCSRS485, words) < 0) {
        return refused();
      }
      MemorySegment now = arena.allocate(SIZE, JAVA_INT.byteAlignment());
      if ((int) ioctl.invokeExact(state, port, TIOCGRS485, now) < 0) {
        return refused();
      }
      return new Took(
          new Rs485Words(
              now.getAtIndex(JAVA_INT, 0),
              now.getAtIndex(JAVA_INT, 1),
              now.getAtIndex(JAVA_INT, 2)));
    }

    private Refused refused() {
      return new Refused((int) ERRNO.get(state, 0L));
    }

    @SuppressWarnings("restricted")
    private static MethodHandle handle(String name, FunctionDescriptor signature, Option... more) {
      Option[] options = Arrays.copyOf(more, more.length + 1);
      options[more.length] = Option.captureCallState("errno");
      return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), signature, options);
    }
  }
}
