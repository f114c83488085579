package io.pumphouse.agent.health;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd how the service is: one datagram to the socket it named, as sd_notify(3) describes.
 * Does nothing when nobody asked. The JDK has no datagram for local sockets, hence the three calls
 * into the C library.
 */
public final class ServiceNotice {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceNotice.class);

  /** From socket(2) and unix(7) on Linux. */
  private static final int AF_UNIX = 1;

  private static final int SOCK_DGRAM = 2;
  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int PATH_OFFSET = 2;
  private static final int ADDRESS_SIZE = 110;

  private final String socket;

  /**
   * Notices to this socket.
   *
   * @param socket the value of {@code NOTIFY_SOCKET}; empty when systemd did not start us
   */
  public ServiceNotice(String socket) {
    this.socket = socket;
  }

  /** Start-up is complete. */
  public void ready(String status) {
    tell("READY=1\nSTATUS=" + status + "\n");
  }

  /** The end has begun. */
  public void stopping() {
    tell("STOPPING=1\n");
  }

  private void tell(String message) {
    if (socket.isEmpty()) {
      return;
    }
    try {
      send(message.getBytes(StandardCharsets.UTF_8));
    } catch (Throwable failure) {
      LOG.warn("systemd was not told {}: {}", message.strip(), failure.toString());
    }
  }

  @SuppressWarnings("restricted")
  private void send(byte[] message) throws Throwable {
    Linker linker = Linker.nativeLinker();
    MethodHandle open =
        handle(linker, "socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    MethodHandle sendTo =
        handle(
            linker,
            "sendto",
            FunctionDescriptor.of(
                JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));
    MethodHandle close = handle(linker, "close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      byte[] path = socket.getBytes(StandardCharsets.UTF_8);
      int descriptor = (int) open.invokeExact(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
      MemorySegment text = arena.allocate(MemoryLayout.sequenceLayout(message.length, JAVA_BYTE));
      MemorySegment.copy(message, 0, text, JAVA_BYTE, 0, message.length);
      long sent =
          (long)
              sendTo.invokeExact(
                  descriptor,
                  text,
                  (long) message.length,
                  0,
                  address(arena, path),
                  PATH_OFFSET + path.length);
      int _ = (int) close.invokeExact(descriptor);
      if (sent != message.length) {
        LOG.warn("systemd was not told: {} took {} of {} bytes", socket, sent, message.length);
      }
    }
  }

  /** A sockaddr_un; a leading {@code @} stands for the zero byte of an abstract name. */
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
  private static MethodHandle handle(Linker linker, String name, FunctionDescriptor signature) {
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
  }
}
