package io.pumphouse.agent.store.pack;

/** What came of unpacking a block. */
public sealed interface Unpacked {
  /**
   * All of it was heard.
   *
   * @param samples how many
   */
  record Whole(int samples) implements Unpacked {}

  /**
   * Nothing of it was heard.
   *
   * @param why what is wrong with the bytes
   */
  record Damaged(String why) implements Unpacked {}
}
