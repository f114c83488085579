package io.pumphouse.agent.sqlite;

/**
 * Work inside one transaction: all of it reaches the disk or nothing. Runs on the database's
 * thread; must neither keep the session nor wait for anything else.
 */
@FunctionalInterface
public interface Work<T> {
  T in(Session session);
}
