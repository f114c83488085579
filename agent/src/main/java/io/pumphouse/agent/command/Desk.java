package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.Doctor;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.LineHealth;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Logs;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.Trace;
import io.pumphouse.web.model.Writes;
import java.util.Optional;
import java.util.Set;

/**
 * What a verb may see and ask of the running agent.
 *
 * @param live what the pumps say now
 * @param alarms which alarms they have
 * @param health what is well and what is wrong
 * @param pumps one-off questions to a pump
 * @param writes guarded writes to a pump
 * @param line how the wires serve
 * @param trace the frames on them
 * @param accounts who may do what, for whoever stands at the machine
 * @param transfer readings out and in
 * @param backups the backup jobs and their runs
 * @param board what hangs on the pins of the machine
 * @param premises the machine itself, for those who stand before it
 * @param json the same, as the API would write it
 * @param doctor looks at everything
 * @param logs what the agent has noted
 */
public record Desk(
    LiveReadings live,
    Alarms alarms,
    Health health,
    Asking pumps,
    Writes writes,
    LineHealth line,
    Trace trace,
    LocalAccounts accounts,
    Transfer transfer,
    Backups backups,
    Pins board,
    Premises premises,
    AsJson json,
    Doctor doctor,
    Logs logs) {
  /** The pump of this name, or empty if there is none. */
  Optional<PumpId> pump(String name) {
    return pumps.pumps().keySet().stream().filter(id -> id.name().equals(name)).findFirst();
  }

  /** Says that there is no such pump and which there are. */
  int noPump(String name, Terminal terminal) {
    Set<PumpId> known = pumps.pumps().keySet();
    return terminal.fail("there is no pump \"" + name + "\"", "known pumps: " + known);
  }
}
