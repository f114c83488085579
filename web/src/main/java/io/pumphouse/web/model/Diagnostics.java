package io.pumphouse.web.model;

/**
 * What a technician looks into when a pump does not answer as it should.
 *
 * @param line how the wires serve
 * @param registers how each register fares
 * @param trace the frames themselves
 * @param machine how the machine and its disk fare
 * @param pins what hangs on the machine's pins
 * @param doctor looks at everything and packs a bundle
 */
public record Diagnostics(
    LineHealth line,
    Registers registers,
    Trace trace,
    MachineHealth machine,
    Pins pins,
    Doctor doctor) {}
