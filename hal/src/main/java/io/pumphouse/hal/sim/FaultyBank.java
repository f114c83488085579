package io.pumphouse.hal.sim;

import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.reading.Space;
import java.util.List;

/**
 * A register bank that at times refuses for no reason ({@link SimFault#EXCEPTION}). Thread-safe.
 */
public final class FaultyBank implements RegisterBank {
  private final RegisterBank bank;
  private final Faults faults;

  public FaultyBank(RegisterBank bank, Faults faults) {
    this.bank = bank;
    this.faults = faults;
  }

  @Override
  public Answer read(Space space, int address, int count) {
    return faults.strikes(SimFault.EXCEPTION)
        ? new Refusal(Panel.DEVICE_FAILURE)
        : bank.read(space, address, count);
  }

  @Override
  public Answer write(Space space, int address, List<Integer> values) {
    return faults.strikes(SimFault.EXCEPTION)
        ? new Refusal(Panel.DEVICE_FAILURE)
        : bank.write(space, address, values);
  }
}
