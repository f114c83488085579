package io.pumphouse.agent.access;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords, slowly by intent and one at a time, so that many tries cost neither the poll
 * loop its processor nor the machine its memory. Thread-safe.
 */
final class Passwords {
  private static final int SHORTEST = 10;
  // bcrypt reads no further: docs/decisions/012-accounts-and-passwords.md.
  private static final int MOST_BYTES = 72;
  private static final int TURN_SECONDS = 5;

  // Of a password nobody has: an unknown name then takes as long as a known one.
  static final String NOBODYS = "$2b$11$AcoyQwG6u/YoLDkbs86jFuYD34pyskHBam51iTCbNtqiWLls0MLKe";

  private final BcryptFunction bcrypt;
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * @param rounds each one more doubles the time of a hash
   */
  Passwords(int rounds) {
    this.bcrypt = BcryptFunction.getInstance(Bcrypt.B, rounds);
  }

  /** What is wrong with a new password; empty if nothing is. */
  static String flawOf(String password) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return "use at least " + SHORTEST + " characters; several words are good";
    }
    return isTooLong(password) ? "use at most " + MOST_BYTES + " bytes; no more would count" : "";
  }

  /** The hash with all that is needed to check it; empty when too many others wait. */
  Optional<String> hash(String password) {
    return inTurn(() -> hashAtOnce(password));
  }

  /** The same for whoever stands at the machine, past all strangers who wait. */
  String hashAtOnce(String password) {
    return bcrypt.hash(password).getResult();
  }

  /** Whether the hash is of this password; empty when too many others wait. */
  Optional<Boolean> isRight(String password, String hash) {
    return inTurn(
        () ->
            BcryptFunction.getInstanceFromHash(hash).check(password, hash) && !isTooLong(password));
  }

  private static boolean isTooLong(String password) {
    return password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
  }

  private <T> Optional<T> inTurn(Supplier<T> work) {
    try {
      if (!turn.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      turn.release();
    }
  }
}
