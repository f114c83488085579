package io.pumphouse.web.backup;

import io.pumphouse.web.model.JobObjection;
import io.pumphouse.web.model.JobTool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The form in which a job is made or changed: for each type only what applies to it. Public because
 * compiled templates live in a package of their own.
 *
 * @param rights of whoever fills it in
 * @param id the job; empty for a new one
 * @param type {@code snapshot}, {@code rsync}, {@code rclone} or {@code drill}
 * @param tools the program that this type needs, if it needs one and something is to be said of it
 * @param groups what is filled in: what and where, when, how many to keep, and what few need
 * @param foreseen what the next good run would delete with these numbers; empty if nobody asked
 * @param wrong what speaks against the whole, in English; empty if nothing does
 */
public record JobForm(
    Rights rights,
    String id,
    String type,
    List<JobTool> tools,
    List<Group> groups,
    List<KeepView> foreseen,
    String wrong) {
  private static final List<String> WHEN = List.of("schedule", "enabled");
  private static final List<String> KEEP =
      List.of(
          "keep-last", "keep-hourly", "keep-daily", "keep-weekly", "keep-monthly", "keep-yearly");

  public JobForm {
    tools = List.copyOf(tools);
    groups = List.copyOf(groups);
    foreseen = List.copyOf(foreseen);
  }

  /**
   * Things that belong together.
   *
   * @param name {@code what}, {@code when}, {@code keep} or {@code more}
   */
  public record Group(String name, List<FormField> fields) {
    public Group {
      fields = List.copyOf(fields);
    }

    /** Whether something in it is filled in or wrong, so that it must be seen. */
    public boolean isOpen() {
      return !name.equals("more")
          || fields.stream().anyMatch(it -> !it.wrong().isEmpty() || isSaid(it));
    }

    private static boolean isSaid(FormField field) {
      return field.isSwitch() ? field.isOn() : !field.value().isEmpty();
    }
  }

  /** Every setting that a form of this type has. */
  static List<String> keys(String type) {
    return Stream.of(what(type), WHEN, keep(type), more(type)).flatMap(List::stream).toList();
  }

  private static List<String> what(String type) {
    return type.equals("snapshot") || type.equals("drill")
        ? List.of("name", "destination")
        : List.of("name", "source", "destination");
  }

  /** Only snapshots come one after the other; a tree is kept equal. */
  private static List<String> keep(String type) {
    return type.equals("snapshot") ? KEEP : List.of();
  }

  private static List<String> more(String type) {
    return switch (type) {
      case "rsync" ->
          List.of(
              "bandwidth",
              "attempts",
              "jitter",
              "verify",
              "mirror",
              "move",
              "marker",
              "same-disk",
              "flags",
              "ssh-port",
              "ssh-identity",
              "ssh-known-hosts",
              "password-file");
      case "rclone" ->
          List.of(
              "rclone-config",
              "bandwidth",
              "attempts",
              "jitter",
              "mirror",
              "move",
              "marker",
              "same-disk",
              "flags");
      default -> List.of("attempts", "jitter", "marker", "same-disk");
    };
  }

  static JobForm of(
      Rights rights,
      String id,
      String type,
      List<JobTool> tools,
      Map<String, String> values,
      List<JobObjection> objections,
      String wrong) {
    List<Group> groups = new ArrayList<>();
    groups.add(group("what", what(type), values, objections));
    groups.add(group("when", WHEN, values, objections));
    if (!keep(type).isEmpty()) {
      groups.add(group("keep", KEEP, values, objections));
    }
    groups.add(group("more", more(type), values, objections));
    return new JobForm(
        rights,
        id,
        type,
        tools.stream().filter(tool -> tool.name().equals(type)).toList(),
        groups,
        List.of(),
        wrong);
  }

  private static Group group(
      String name, List<String> keys, Map<String, String> values, List<JobObjection> objections) {
    return new Group(
        name,
        keys.stream()
            .map(key -> new FormField(key, values.getOrDefault(key, ""), against(key, objections)))
            .toList());
  }

  private static String against(String key, List<JobObjection> objections) {
    return objections.stream()
        .filter(objection -> objection.key().equals(key))
        .map(JobForm::words)
        .findFirst()
        .orElse("");
  }

  /** As the configuration's problems are told. */
  static String words(JobObjection objection) {
    return "found %s; accepted: %s".formatted(objection.found(), objection.accepted());
  }

  /** The same with what somebody wanted to know first. */
  JobForm with(KeepView view) {
    return new JobForm(rights, id, type, tools, groups, List.of(view), wrong);
  }

  /** Whether somebody can ask what would go: there may be backups of it already. */
  public boolean mayForesee() {
    return !isNew() && !keep(type).isEmpty();
  }

  /** Whether there is no such job yet. */
  public boolean isNew() {
    return id.isEmpty();
  }
}
