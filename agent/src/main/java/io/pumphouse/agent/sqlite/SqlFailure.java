package io.pumphouse.agent.sqlite;

import io.pumphouse.agent.sqlite.Trouble.Kind;
import java.io.Serial;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/** Carries a failure out of the caller's work to this room's own code; never leaves the room. */
final class SqlFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final Kind kind;

  SqlFailure(SQLException cause) {
    super(cause.getMessage(), cause);
    this.kind = kindOf(cause);
  }

  SqlFailure(Kind kind, String what) {
    super(what);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  Trouble on(Path file) {
    return new Trouble(kind, file + ": " + getMessage());
  }

  /** The low byte is the primary result code (sqlite.org/rescode.html); the rest is detail. */
  private static Kind kindOf(SQLException cause) {
    if (!(cause instanceof SQLiteException failure)) {
      return Kind.UNREACHABLE; // the driver's own: the folder is not there
    }
    return switch (failure.getResultCode().code & 0xFF) {
      case 13 -> Kind.FULL;
      case 8 -> Kind.READ_ONLY;
      case 3, 14, 23 -> Kind.UNREACHABLE;
      case 5, 6, 15 -> Kind.LOCKED;
      case 10 -> Kind.BROKEN_DISK;
      case 11, 26 -> Kind.DAMAGED;
      default -> Kind.UNFORESEEN;
    };
  }
}
