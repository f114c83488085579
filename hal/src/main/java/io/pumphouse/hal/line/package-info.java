/**
 * Bytes in, bytes out, with a deadline: serial ports, TCP sockets, and a scripted line for tests;
 * and the book of a line, which keeps its last frames, counts what became of each question, and
 * says what the faults point to. Knows no protocol: whoever speaks one tells the book through
 * {@link io.pumphouse.hal.line.Witness}. Calls only {@code hal.reading}.
 */
@NullMarked
package io.pumphouse.hal.line;

import org.jspecify.annotations.NullMarked;
