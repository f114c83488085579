package io.pumphouse.agent.command;

import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.Role;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The verbs of {@code jobs} that name a job and nothing else. */
final class JobOrderCommand {
  private JobOrderCommand() {}

  /** {@code jobs start}. */
  @Command(name = "start", description = "Runs a job as soon as nothing else does.")
  static final class Start implements AgentVerb {
    @Mixin private JobOption job = new JobOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      return say(desk.backups().runs().start(job.id(), terminal.user()), terminal);
    }

    @Override
    public Role need() {
      return Role.TECHNICIAN;
    }
  }

  /** {@code jobs pause}. */
  @Command(name = "pause", description = "Stops the tool of a running job, to go on later.")
  static final class Pause implements AgentVerb {
    @Mixin private JobOption job = new JobOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      return say(desk.backups().runs().pause(job.id()), terminal);
    }

    @Override
    public Role need() {
      return Role.TECHNICIAN;
    }
  }

  /** {@code jobs resume}. */
  @Command(name = "resume", description = "Goes on with a paused run.")
  static final class Resume implements AgentVerb {
    @Mixin private JobOption job = new JobOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      return say(desk.backups().runs().resume(job.id()), terminal);
    }

    @Override
    public Role need() {
      return Role.TECHNICIAN;
    }
  }

  /** {@code jobs cancel}. */
  @Command(name = "cancel", description = "Ends a run; what is copied stays.")
  static final class Cancel implements AgentVerb {
    @Mixin private JobOption job = new JobOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      return say(desk.backups().runs().cancel(job.id()), terminal);
    }

    @Override
    public Role need() {
      return Role.TECHNICIAN;
    }
  }

  /** {@code jobs delete}. */
  @Command(name = "delete", description = "Forgets a job; its runs and what it copied stay.")
  static final class Delete implements AgentVerb {
    @Mixin private JobOption job = new JobOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      return say(desk.backups().jobs().delete(job.id()), terminal);
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }

  /** {@code jobs dry-run}. */
  @Command(name = "dry-run", description = "Says what a run would copy now.")
  static final class DryRun implements AgentVerb {
    @Mixin private JobOption job = new JobOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      return say(desk.backups().runs().dryRun(job.id()), terminal);
    }

    @Override
    public Role need() {
      return Role.TECHNICIAN;
    }
  }

  /** {@code jobs test-destination}. */
  @Command(name = "test-destination", description = "Says whether a run could write now.")
  static final class TestDestination implements AgentVerb {
    @Mixin private JobOption job = new JobOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      return say(desk.backups().runs().testDestination(job.id()), terminal);
    }

    @Override
    public Role need() {
      return Role.TECHNICIAN;
    }
  }

  /** {@code jobs enable}. */
  @Command(name = "enable", description = "Lets a job run by its schedule.")
  static final class Enable implements AgentVerb {
    @Mixin private JobOption job = new JobOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      return say(desk.backups().jobs().edit(job.id(), Map.of("enabled", "yes")), terminal);
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }

  /** {@code jobs disable}. */
  @Command(name = "disable", description = "Keeps a job from running by its schedule.")
  static final class Disable implements AgentVerb {
    @Mixin private JobOption job = new JobOption();

    @Override
    public int run(Desk desk, Terminal terminal) {
      return say(desk.backups().jobs().edit(job.id(), Map.of("enabled", "no")), terminal);
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }

  /** {@code jobs duplicate}. */
  @Command(name = "duplicate", description = "Makes a second job like this one, disabled at first.")
  static final class Duplicate implements AgentVerb {
    @Mixin private JobOption job = new JobOption();

    @Parameters(index = "1", paramLabel = "COPY", description = "The id of the second job.")
    private String copy = "";

    @Override
    public int run(Desk desk, Terminal terminal) {
      return say(desk.backups().jobs().duplicate(job.id(), copy), terminal);
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }

  static int say(JobAnswer answer, Terminal terminal) {
    return switch (answer) {
      case JobAnswer.Done(var said) -> {
        terminal.out().println(said);
        yield ExitCode.OK;
      }
      case JobAnswer.Refused(var cause, var next) -> terminal.fail(cause, next);
    };
  }
}
