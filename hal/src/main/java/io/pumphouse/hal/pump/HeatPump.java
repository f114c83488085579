package io.pumphouse.hal.pump;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A heat pump at the end of a line. Confined to the thread that owns its bus, unless it is said
 * otherwise; several pumps on one bus share that thread.
 *
 * <p>Asking never throws for anything a pump, a cable or a socket can do: each register asked for
 * comes back as exactly one sample, in the order asked. A line that is down is opened by asking.
 */
public interface HeatPump {
  /** What this model has. */
  RegisterMap map();

  /** The version of its software, as the pump says it; empty where that is not known. */
  default String firmware() {
    return "";
  }

  /**
   * Which word of a 32-bit number it sends first; empty as long as that is still to be found out.
   * Any thread may ask.
   */
  default Optional<WordOrder> wordOrder() {
    return Optional.of(map().model().wordOrder());
  }

  /**
   * Those of its registers that are measured beside the line: they are read at once, whatever the
   * line is like. Any thread may ask.
   */
  default Set<RegisterId> beside() {
    return Set.of();
  }

  /**
   * Splits registers into groups that take one request each, in the order in which asking costs
   * least. Asking group by group gives others on the bus their turn in between.
   */
  List<PlannedRead> plan(Collection<RegisterId> registers);

  /**
   * Asks for these registers, in as few requests as the model allows, and more where some are
   * refused, which may take minutes on a slow line. No request is repeated behind the caller's
   * back.
   */
  List<Sample> read(Collection<RegisterId> registers);

  /**
   * Makes one request: for a group of {@link #plan}. Gives its samples in the order asked. Left out
   * are registers that the pump refused together, for it does not say because of which: the next
   * plan has them in smaller groups, so that others on the bus get their turn while the culprit is
   * looked for.
   */
  default List<Sample> ask(Collection<RegisterId> planned) {
    return read(planned);
  }

  /**
   * Asks for the alarms that the pump has kept, where they are not in registers. Takes a request or
   * two; {@link AlarmLog.Unread} where the model keeps none that can be asked for.
   */
  default AlarmLog alarmLog() {
    return new AlarmLog.Unread();
  }

  /**
   * The requests that {@link #alarmLog()} makes when there is something in it; none if there are
   * none.
   */
  default List<PlannedRead> planAlarmLog() {
    return List.of();
  }

  /**
   * This register is known not to answer: until it does, no request for others touches it. It may
   * still be asked for by itself. Where requests never hold more than one register there is nothing
   * to do.
   */
  default void leaveAlone(RegisterId register) {}

  /**
   * Writes one register once and reads it back. Whether it may be written is the caller's to know;
   * a register the map calls read-only is a bug of the caller.
   */
  Written write(RegisterId register, long raw);

  /** How the line was when last used. */
  Link link();
}
