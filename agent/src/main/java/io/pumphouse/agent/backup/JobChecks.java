package io.pumphouse.agent.backup;

import io.pumphouse.agent.backup.keep.Policy;
import io.pumphouse.agent.backup.tool.Flags;
import io.pumphouse.agent.backup.tool.Place;
import io.pumphouse.agent.config.JobRules;
import io.pumphouse.web.model.JobType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What speaks against a job before it ever runs. Immutable. */
final class JobChecks implements JobRules {
  private static final String A_FOLDER = "an absolute path, such as /media/stick/copies";

  private final Path data;

  /**
   * Checks for an agent.
   *
   * @param data its own folder, whose databases no tool can copy soundly
   */
  JobChecks(Path data) {
    this.data = data.toAbsolutePath().normalize();
  }

  @Override
  public boolean isCron(String text) {
    return Timetable.isCron(text);
  }

  @Override
  public Optional<Objection> objection(JobType type) {
    return switch (type) {
      case JobType.Snapshot(var to) -> folder(to);
      case JobType.Drill(var to) -> folder(to);
      case JobType.Rsync(var from, var to, var how) ->
          Flags.refusedByRsync(how.flags())
              .map(flag -> flags(flag, true))
              .or(() -> tree(from, to, how));
      case JobType.Rclone(var from, var to, var how) ->
          Flags.refusedByRclone(how.flags())
              .map(flag -> flags(flag, false))
              .or(() -> tree(from, to, how));
    };
  }

  @Override
  public Optional<Objection> objection(JobType type, Map<String, Integer> keep) {
    return new Policy(keep)
        .fault(type instanceof JobType.Snapshot)
        .map(fault -> new Objection(fault.key(), fault.found(), fault.accepted()));
  }

  private static Optional<Objection> folder(String to) {
    return Place.of(to) instanceof Place.Folder
        ? Optional.empty()
        : Optional.of(new Objection("destination", quoted(to), A_FOLDER));
  }

  private static Objection flags(String flag, boolean isRsync) {
    return new Objection("flags", quoted(flag), Flags.accepted(isRsync));
  }

  private Optional<Objection> tree(String from, String to, JobType.Copying how) {
    return move(from, how)
        .or(() -> place("source", from))
        .or(() -> place("destination", to))
        .or(() -> files(how))
        .or(() -> containment(Place.of(from), Place.of(to)));
  }

  private static Optional<Objection> move(String from, JobType.Copying how) {
    if (!how.isMove()) {
      return Optional.empty();
    }
    if (how.isMirror()) {
      return Optional.of(
          new Objection(
              "move", "yes beside mirror", "one of them: a mirror of what was moved is empty"));
    }
    return Place.of(from) instanceof Place.Folder
        ? Optional.empty()
        : Optional.of(new Objection("move", "yes", "no, where the source is another machine"));
  }

  private static Optional<Objection> place(String key, String text) {
    return Place.of(text) instanceof Place.Unusable(var why)
        ? Optional.of(new Objection(key, quoted(text) + ", which " + why, A_FOLDER))
        : Optional.empty();
  }

  /** These stand in one argument that rsync takes apart at blanks and quotes. */
  private static Optional<Objection> files(JobType.Copying how) {
    return Stream.of(how.sshIdentity(), how.sshKnownHosts(), how.passwordFile(), how.rcloneConfig())
        .filter(text -> !text.isEmpty() && !text.matches("/[A-Za-z0-9_./@+-]*"))
        .map(text -> new Objection("ssh-identity", quoted(text), "an absolute path without blanks"))
        .findFirst();
  }

  private Optional<Objection> containment(Place from, Place to) {
    if (!(from instanceof Place.Folder(var source))) {
      return own(to);
    }
    Path real = real(source);
    if (real.startsWith(data) || data.startsWith(real)) {
      return Optional.of(
          new Objection(
              "source",
              source + ", which has to do with the agent's own databases",
              "another folder; a job of type snapshot copies them soundly"));
    }
    if (to instanceof Place.Folder(var destination)
        && (real(destination).startsWith(real) || real.startsWith(real(destination)))) {
      return Optional.of(
          new Objection("destination", "a folder that contains the other", "separate folders"));
    }
    return own(to);
  }

  private Optional<Objection> own(Place to) {
    boolean isOwn =
        to instanceof Place.Folder(var folder)
            && (real(folder).startsWith(data) || data.startsWith(real(folder)));
    return isOwn
        ? Optional.of(new Objection("destination", "the agent's own folder", A_FOLDER))
        : Optional.empty();
  }

  /** With links followed as far as the path is there. */
  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      Path parent = path.getParent();
      return parent == null ? path : real(parent).resolve(path.getFileName());
    }
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
