package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;

/**
 * One Modbus message with its envelope (application data unit), as either framing carries it.
 *
 * @param transaction 0 to 65535; what pairs question and answer on TCP, always 0 on RTU
 * @param unit 0 to 255
 * @param pdu function code and data, at most 253 bytes
 */
record Adu(int transaction, int unit, Frame pdu) {}
