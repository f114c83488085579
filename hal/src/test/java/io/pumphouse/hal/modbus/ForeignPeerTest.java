package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ghgande.j2mod.modbus.ModbusSlaveException;
import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalIn;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalOut;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import com.ghgande.j2mod.modbus.util.BitVector;
import io.pumphouse.hal.line.Line.Opened;
import io.pumphouse.hal.line.RealTime;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.TcpLine;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteMany;
import io.pumphouse.hal.modbus.Question.WriteOne;
import io.pumphouse.hal.reading.Space;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Our master with somebody else's slave, and somebody else's master with our slave. */
class ForeignPeerTest {
  @Nested
  class OurMaster {
    private final SimpleProcessImage image = new SimpleProcessImage(1);

    private void withSlave(Consumer<ModbusBus> test) throws Exception {
      int port = freePort();
      var slave =
          ModbusSlaveFactory.createTCPSlave(InetAddress.getLoopbackAddress(), port, 2, false);
      slave.addProcessImage(1, image);
      slave.open();
      RealTime time = new RealTime();
      Timing timing =
          Timing.of(new Wiring.Tcp("127.0.0.1", port), Duration.ofSeconds(5), Duration.ZERO);
      TcpLine line = new TcpLine("127.0.0.1", port, Duration.ofSeconds(5));
      try (ModbusBus bus = new ModbusBus(line, Framing.TCP, timing, time)) {
        test.accept(bus);
      } finally {
        slave.close();
      }
    }

    private static int freePort() throws IOException {
      try (ServerSocket free = new ServerSocket(0)) {
        return free.getLocalPort();
      }
    }

    private static List<Integer> values(Outcome outcome) {
      assertThat(outcome).isInstanceOf(Answered.class);
      return ((Answered) outcome).values();
    }

    @Test
    void readsEverySpace() throws Exception {
      image.addDigitalOut(new SimpleDigitalOut(true));
      image.addDigitalOut(new SimpleDigitalOut(false));
      image.addDigitalIn(new SimpleDigitalIn(false));
      image.addDigitalIn(new SimpleDigitalIn(true));
      image.addInputRegister(new SimpleInputRegister(0x1234));
      image.addRegister(new SimpleRegister(0xFFDA));

      withSlave(
          bus -> {
            assertThat(values(bus.ask(1, new Read(Space.COIL, 0, 2)))).containsExactly(1, 0);
            assertThat(values(bus.ask(1, new Read(Space.DISCRETE, 0, 2)))).containsExactly(0, 1);
            assertThat(values(bus.ask(1, new Read(Space.INPUT, 0, 1)))).containsExactly(0x1234);
            assertThat(values(bus.ask(1, new Read(Space.HOLDING, 0, 1)))).containsExactly(0xFFDA);
          });
    }

    @Test
    void writesCoilsAndRegisters() throws Exception {
      for (int i = 0; i < 4; i++) {
        image.addDigitalOut(new SimpleDigitalOut(false));
        image.addRegister(new SimpleRegister(0));
      }

      withSlave(
          bus -> {
            bus.ask(1, new WriteOne(Space.COIL, 0, 1));
            bus.ask(1, new WriteMany(Space.COIL, 2, List.of(1, 1)));
            bus.ask(1, new WriteOne(Space.HOLDING, 0, 0xABCD));
            bus.ask(1, new WriteMany(Space.HOLDING, 2, List.of(7, 8)));

            assertThat(values(bus.ask(1, new Read(Space.COIL, 0, 4)))).containsExactly(1, 0, 1, 1);
            assertThat(values(bus.ask(1, new Read(Space.HOLDING, 0, 4))))
                .containsExactly(0xABCD, 0, 7, 8);
          });
    }

    @Test
    void hearsARefusal() throws Exception {
      withSlave(
          bus ->
              assertThat(bus.ask(1, new Read(Space.HOLDING, 50, 1)))
                  .isInstanceOfSatisfying(
                      Refused.class, it -> assertThat(it.exception()).isEqualTo(2)));
    }
  }

  @Nested
  class OurSlave {
    private final Bench device = new Bench();

    private TcpDoor door() throws IOException {
      TcpDoor door =
          new TcpDoor(
              "127.0.0.1", 0, 2, line -> new ModbusSlave(line, Framing.TCP, 1, device).serve());
      assertThat(door.open()).isEqualTo(new Opened());
      return door;
    }

    private interface Visit {
      void of(ModbusTCPMaster master) throws Exception;
    }

    private void withMaster(Visit visit) throws Exception {
      try (TcpDoor door = door()) {
        ModbusTCPMaster master = new ModbusTCPMaster("127.0.0.1", door.port());
        master.setRetries(0);
        master.connect();
        try {
          visit.of(master);
        } finally {
          master.disconnect();
        }
      }
    }

    @Test
    void answersReads() throws Exception {
      device.words.put(3, 1);
      device.words.put(4, 0);
      device.words.put(10, 0xFFDA);

      withMaster(
          master -> {
            InputRegister[] words = master.readInputRegisters(1, 10, 2);
            assertThat(Arrays.stream(words).map(InputRegister::getValue))
                .containsExactly(0xFFDA, 11);
            Register[] holding = master.readMultipleRegisters(1, 20, 125);
            assertThat(holding[124].getValue()).isEqualTo(144);
            BitVector bits = master.readInputDiscretes(1, 3, 2);
            assertThat(bits.getBit(0)).isTrue();
            assertThat(bits.getBit(1)).isFalse();
          });
    }

    @Test
    void takesWrites() throws Exception {
      withMaster(
          master -> {
            master.writeSingleRegister(1, 30, new SimpleRegister(5));
            master.writeMultipleRegisters(
                1, 31, new Register[] {new SimpleRegister(6), new SimpleRegister(0xFFFF)});
            master.writeCoil(1, 40, true);
          });

      assertThat(device.words)
          .containsEntry(30, 5)
          .containsEntry(31, 6)
          .containsEntry(32, 0xFFFF)
          .containsEntry(40, 1);
    }

    @Test
    void refuses() throws Exception {
      device.absent.add(10);

      withMaster(
          master ->
              assertThatThrownBy(() -> master.readInputRegisters(1, 9, 2))
                  .isInstanceOfSatisfying(
                      ModbusSlaveException.class, it -> assertThat(it.isType(2)).isTrue()));
    }
  }
}
