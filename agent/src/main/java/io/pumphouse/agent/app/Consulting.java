package io.pumphouse.agent.app;

import io.pumphouse.agent.backup.tool.ToolCheck;
import io.pumphouse.agent.clock.MachineAuthority;
import io.pumphouse.agent.clock.Witness;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.doctor.Ask;
import io.pumphouse.agent.doctor.BoardExam;
import io.pumphouse.agent.doctor.Bundle;
import io.pumphouse.agent.doctor.ConfigExam;
import io.pumphouse.agent.doctor.CrashExam;
import io.pumphouse.agent.doctor.Exam;
import io.pumphouse.agent.doctor.FolderExam;
import io.pumphouse.agent.doctor.HouseDoctor;
import io.pumphouse.agent.doctor.MachineExam;
import io.pumphouse.agent.doctor.PortExam;
import io.pumphouse.agent.doctor.ServiceExam;
import io.pumphouse.agent.doctor.StoreExam;
import io.pumphouse.agent.doctor.ToolExam;
import io.pumphouse.agent.health.MachineWatch;
import io.pumphouse.agent.sqlite.Checkup;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Days;
import io.pumphouse.web.model.Doctor;
import io.pumphouse.web.model.Doctor.Sign;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.Health;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The doctor, in the running agent and without one.
 *
 * @param config the configuration
 * @param data the data folder
 */
record Consulting(Path config, Path data, TimeSource time) {
  /** What the bundle asks of the agent; of each pump besides. */
  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of("status", "--json"),
          List.of("alarms"),
          List.of("jobs", "list"),
          List.of("backups", "list"),
          List.of("board"));

  private static final List<String> OF_PUMPS = List.of("line", "trace");
  private static final Path PROC = Path.of("/proc");

  /**
   * In the running agent, which knows most of it already. Nothing of it is there before somebody
   * calls.
   *
   * @param events the newest first
   * @param verbs what a command prints
   */
  record OnCall(
      Consulting room,
      Health health,
      Supplier<List<Happening>> events,
      List<String> pumps,
      Function<List<String>, String> verbs)
      implements Doctor {
    @Override
    public List<Sign> examine() {
      return doctor().examine();
    }

    @Override
    public void pack(OutputStream to) throws IOException {
      doctor().pack(to);
    }

    private HouseDoctor doctor() {
      List<Exam> exams = new ArrayList<>(List.of(new BoardExam(health)));
      if (Files.exists(room.config)) { // a demo has none
        exams.addAll(room.ofConfiguration());
      }
      exams.addAll(room.everywhere(events, StoreExam.IN_PASSING));
      return new HouseDoctor(exams, room.bundle(pumps, verbs));
    }
  }

  /** Where no agent answers: what can be seen from outside. */
  List<Sign> alone(String nobody) {
    List<Exam> exams = new ArrayList<>();
    exams.add(
        () ->
            List.of(
                Sign.bad(
                    "agent",
                    nobody + "; what follows was seen without it",
                    "sudo systemctl start pumphouse, or name its --data folder")));
    exams.addAll(ofConfiguration());
    exams.addAll(everywhere(List::of, Long.MAX_VALUE));
    exams.add(this::clock);
    if (Files.isDirectory(data)) {
      exams.add(this::machine);
    }
    return new HouseDoctor(exams, bundle(List.of(), _ -> "")).examine();
  }

  /** What goes into the archive. */
  Bundle bundle(List<String> pumps, Function<List<String>, String> verbs) {
    List<List<String>> questions = new ArrayList<>(QUESTIONS);
    for (String pump : pumps) {
      OF_PUMPS.forEach(verb -> questions.add(List.of(verb, pump)));
    }
    String version = CommandTable.version() + ", files of versions " + Archive.versions();
    return new Bundle(version, config, data, questions, verbs, Ask.machine(), System.getenv());
  }

  private List<Exam> ofConfiguration() {
    ConfigFile reader = new ConfigFile(MapShelf::beside, ZoneId.systemDefault());
    return List.of(
        new ConfigExam(reader, config),
        new PortExam(reader, config, Path.of("/etc/group"), Path.of("/dev")));
  }

  private List<Exam> everywhere(Supplier<List<Happening>> events, long most) {
    List<Exam> exams = new ArrayList<>();
    exams.add(new FolderExam(data));
    exams.add(new StoreExam(data, most, file -> new Checkup(file, time, _ -> {}).examine()));
    exams.add(new ServiceExam(Ask.machine()));
    exams.add(new CrashExam(data, events));
    exams.add(new MachineExam(PROC, Runtime.version()));
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin");
    exams.add(new ToolExam(new ToolCheck(time, path)::all, data.resolve("jobs.yaml")));
    return exams;
  }

  private List<Sign> clock() {
    Witness witness = MachineAuthority.here().ask(time.wall(), Instant.MIN);
    return List.of(
        witness == Witness.NOBODY
            ? Sign.look(
                "clock",
                "it says " + time.wall() + ", and nobody vouches for it",
                "connect the network, or set it: sudo timedatectl set-time")
            : Sign.well(
                "clock", "right, by " + (witness == Witness.NETWORK ? "network" : "battery")));
  }

  private List<Sign> machine() {
    Days days = new Days(ZoneId.systemDefault());
    try (MachineWatch watch = new MachineWatch(data, days, (_, _) -> Optional.empty(), time)) {
      return watch.checks().stream().map(BoardExam::sign).toList();
    }
  }
}
