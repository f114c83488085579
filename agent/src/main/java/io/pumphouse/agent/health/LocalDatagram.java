package io.pumphouse.agent.health;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * A datagram to a local socket, which the JDK does not have: three calls into the C library. Not
 * loaded unless there is one to send. Thread-safe.
 */
final class LocalDatagram {
  /** From socket(2) and unix(7) on Linux. */
  private static final int AF_UNIX = 1;

  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;

  /** systemd that does not read must not hold up whoever tells it: MSG_DONTWAIT. */
  private static final int DONT_WAIT = 0x40;

  private static final int PATH_OFFSET = 2;
  private static final int ADDRESS_SIZE = 110;

  private static final MethodHandle OPEN =
      handle("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
  private static final MethodHandle SEND =
      handle(
          "sendto",
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle CLOSE =
      handle("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

  private LocalDatagram() {}

  /**
   * Sends one.
   *
   * @param socket the path; a leading {@code @} stands for an abstract name
   * @return what went wrong; empty if nothing did
   */
  static String send(String socket, byte[] message) {
    try {
      long sent = sent(socket.getBytes(StandardCharsets.UTF_8), message);
      return sent == message.length
          ? ""
          : socket + " took " + sent + " of " + message.length + " bytes";
    } catch (Throwable failure) {
      return failure.toString();
    }
  }

  private static long sent(byte[] path, byte[] message) throws Throwable {
    int descriptor = (int) OPEN.invokeExact(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(message.length);
      MemorySegment.copy(message, 0, text, JAVA_BYTE, 0, message.length);
      return (long)
          SEND.invokeExact(
              descriptor,
              text,
              (long) message.length,
              DONT_WAIT,
              address(arena, path),
              PATH_OFFSET + path.length);
    } finally {
      int _ = (int) CLOSE.invokeExact(descriptor);
    }
  }

  /** A sockaddr_un; an abstract name begins with a zero byte. */
  private static MemorySegment address(Arena arena, byte[] path) {
    MemorySegment address = arena.allocate(ADDRESS_SIZE);
    address.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(path, 0, address, JAVA_BYTE, PATH_OFFSET, path.length);
    if (path[0] == '@') {
      address.set(JAVA_BYTE, PATH_OFFSET, (byte) 0);
    }
    return address;
  }

  @SuppressWarnings("restricted")
  private static MethodHandle handle(String name, FunctionDescriptor signature) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
  }
}
