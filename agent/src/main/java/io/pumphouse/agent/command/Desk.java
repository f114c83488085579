package io.pumphouse.agent.command;

import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.LiveReadings;
import java.util.function.Supplier;

/**
 * What a verb may see and ask of the running agent.
 *
 * @param live what the pumps say now
 * @param health what is well and what is wrong
 * @param pumps one-off questions to a pump
 * @param statusJson health and pumps as the API would write them
 */
public record Desk(LiveReadings live, Health health, Asking pumps, Supplier<String> statusJson) {}
