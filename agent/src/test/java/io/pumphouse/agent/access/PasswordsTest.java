package io.pumphouse.agent.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PasswordsTest {
  private static final String LONGEST = "é".repeat(36); // 72 bytes

  private final Passwords passwords = new Passwords(4);

  @Test
  void everyByteOfTheLongestPasswordCounts() {
    String hash = passwords.hashAtOnce(LONGEST);

    assertThat(Passwords.flawOf(LONGEST)).isEmpty();
    assertThat(passwords.isRight(LONGEST, hash)).contains(true);
    assertThat(passwords.isRight("é".repeat(35) + "è", hash)).contains(false);
  }

  @Test
  void oneByteMoreIsRefusedAndNotCut() {
    assertThat(Passwords.flawOf(LONGEST + "x")).contains("at most 72 bytes");
    assertThat(passwords.isRight(LONGEST + "x", passwords.hashAtOnce(LONGEST))).contains(false);
  }

  @Test
  void whatComesAfterANulCountsToo() {
    String hash = passwords.hashAtOnce("four words\0one");

    assertThat(passwords.isRight("four words\0two", hash)).contains(false);
    assertThat(passwords.isRight("four words", hash)).contains(false);
  }

  @Test
  void theHashNobodyHasTakesAsLongAsOthers() {
    assertThat(Passwords.NOBODYS).startsWith("$2b$11$").hasSize(60);
    assertThat(new Passwords(11).hashAtOnce("whatever it is")).startsWith("$2b$11$");
  }
}
