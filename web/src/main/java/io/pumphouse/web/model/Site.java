package io.pumphouse.web.model;

import java.time.ZoneId;

/**
 * The place the pumps stand in.
 *
 * @param name what its owner calls it
 * @param zone the calendar its days are counted by
 */
public record Site(String name, ZoneId zone) {}
