/**
 * History taken along: readings out as CSV, NDJSON or line protocol, and in from these and from
 * what InfluxDB writes. It calls {@code agent.store} and reads register maps; {@code agent.command}
 * and, through {@code web.model.Export}, the web interface call it, and {@code agent.publish}
 * writes its lines. Everything streams in constant memory.
 */
@NullMarked
package io.pumphouse.agent.transfer;

import org.jspecify.annotations.NullMarked;
