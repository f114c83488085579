package io.pumphouse.web.model;

import java.time.LocalDate;

/**
 * One calendar day at the site, of 23, 24 or 25 hours; the first and the last may be cut short.
 *
 * @param date which
 * @param electricity kWh
 * @param heat kWh
 * @param cop of the times when both are known
 * @param cost in the site's currency
 * @param quality share of the day, as far as asked for, that electricity covers, 0 to 1
 */
public record DaySum(
    LocalDate date,
    Reckoned electricity,
    Reckoned heat,
    Reckoned cop,
    Reckoned cost,
    double quality) {}
