package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.facade.ModbusSerialMaster;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.util.SerialParameters;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.line.PtyPair;
import io.pumphouse.hal.line.RealTime;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Space;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Why the transactions are our own: a slave that answers each question only when the next one
 * comes. The stock master hands the answer to the first question over as the answer to the second.
 */
class LateAnswerTest {
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(500);
  private static final Question FIRST = new Read(Space.HOLDING, 100, 2);
  private static final Question SECOND = new Read(Space.HOLDING, 200, 3);
  private static final Frame SECOND_ASKED = Framing.RTU.wrap(new Adu(0, 1, Questions.pdu(SECOND)));
  private static final List<Integer> ANSWER_TO_THE_FIRST = List.of(111, 112);

  @TempDir private Path folder;
  private PtyPair cable;
  private Line slave;

  @BeforeEach
  void startSlave() throws Exception {
    cable = PtyPair.open(folder);
    slave = new SerialLine(cable.far(), new RealTime());
    slave.open();
    Thread.ofPlatform().daemon().name("late-slave").start(this::answerTheFirstWhenTheSecondComes);
  }

  @AfterEach
  void unplug() {
    slave.close();
    cable.close();
  }

  /** However often the first question is repeated, its answer comes when the second is asked. */
  private void answerTheFirstWhenTheSecondComes() {
    Frame heard = Frame.empty();
    while (!heard.toString().endsWith(SECOND_ASKED.toString())) {
      switch (slave.hear(Duration.ofSeconds(10))) {
        case Bytes(Frame bytes) -> heard = heard.plus(bytes);
        case Silence _, Broken _ -> {
          return;
        }
      }
    }
    slave.send(Framing.RTU.wrap(new Adu(0, 1, Replies.pdu(FIRST, ANSWER_TO_THE_FIRST))));
  }

  @Test
  void theStockMasterTakesTheLateAnswerForTheNext() throws Exception {
    SerialParameters port = new SerialParameters();
    port.setPortName(cable.near().path());
    port.setBaudRate(9600);
    port.setDatabits(8);
    port.setParity("None");
    port.setStopbits(1);
    port.setEncoding("rtu");
    port.setEcho(false);
    ModbusSerialMaster stock = new ModbusSerialMaster(port, (int) ANSWER_WITHIN.toMillis());
    stock.connect();
    stock.setRetries(0);
    try {
      assertThatThrownBy(() -> stock.readMultipleRegisters(1, 100, 2))
          .isInstanceOf(ModbusException.class);
      Register[] second = stock.readMultipleRegisters(1, 200, 3);

      assertThat(Arrays.stream(second).map(Register::getValue).toList())
          .isEqualTo(ANSWER_TO_THE_FIRST);
    } finally {
      stock.disconnect();
    }
  }

  @Test
  void oursDoesNot() {
    Wiring.Serial wiring = cable.near();
    RealTime time = new RealTime();
    Timing timing = Timing.of(wiring, ANSWER_WITHIN, Duration.ZERO);
    try (ModbusBus ours = new ModbusBus(new SerialLine(wiring, time), Framing.RTU, timing, time)) {
      assertThat(ours.ask(1, FIRST))
          .isInstanceOfSatisfying(
              Failed.class, it -> assertThat(it.fault()).isInstanceOf(Fault.NoAnswer.class));

      assertThat(ours.ask(1, SECOND))
          .isInstanceOfSatisfying(
              Failed.class, it -> assertThat(it.fault()).isEqualTo(new Fault.Late()));
    }
  }
}
