/**
 * One SQLite file, kept the durable way: the only room that knows {@code java.sql}. The rooms that
 * store something call it with plain SQL and get plain values or a trouble with its cause and next
 * step; it calls nobody but the clock. A file that turns out to be damaged is moved aside and a new
 * one is begun, so that storing always goes on. Questions that a person typed are answered, and the
 * file is read through, by connections of their own that cannot write: it implements {@code
 * Queries} and {@code Soundness}.
 */
@NullMarked
package io.pumphouse.agent.sqlite;

import org.jspecify.annotations.NullMarked;
