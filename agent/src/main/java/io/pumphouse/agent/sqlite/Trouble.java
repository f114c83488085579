package io.pumphouse.agent.sqlite;

/**
 * Why a database could not do what it was asked, for a person. Immutable.
 *
 * @param kind what sort of trouble
 * @param cause what was tried on which file and what came back
 */
public record Trouble(Kind kind, String cause) {
  /** The sorts of trouble that call for different help. */
  public enum Kind {
    /** No space left. */
    FULL("free some space on the disk; storing resumes by itself"),
    /** The file, its folder or the whole disk refuses writing. */
    READ_ONLY("check the owner of the data folder and whether the card was remounted read-only"),
    /** The file cannot be opened or created. */
    UNREACHABLE("check that the data folder exists and belongs to the agent's user"),
    /** Another program holds the file. */
    LOCKED("stop the other program that has the file open, perhaps a second agent"),
    /** The disk failed. */
    BROKEN_DISK("look at the kernel log; the card may be worn out and need replacing"),
    /** The file is not a sound database. */
    DAMAGED("nothing now: the file is moved aside and a new one is begun"),
    /** The file was written by a newer agent. */
    NEWER("install the newer agent again, or move the file away to begin a new one"),
    /** The database was asked after its end. */
    CLOSED("start the agent again"),
    /** Nothing that was foreseen. */
    UNFORESEEN("report this together with the agent's log");

    private final String next;

    Kind(String next) {
      this.next = next;
    }
  }

  /** What to do about it. */
  public String next() {
    return kind.next;
  }
}
