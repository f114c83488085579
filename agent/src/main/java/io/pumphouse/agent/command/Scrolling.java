package io.pumphouse.agent.command;

/** A writer that asks before it goes on to the next page, unless it is told not to. */
@FunctionalInterface
public interface Scrolling {
  /** What comes now is as it happens, and nobody wants to be asked for the next page of it. */
  void scroll();
}
