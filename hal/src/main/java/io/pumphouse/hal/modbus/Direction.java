package io.pumphouse.hal.modbus;

/** Which way a message goes; the same function is laid out differently each way. */
enum Direction {
  QUESTION,
  ANSWER
}
