package io.pumphouse.web.model;

/**
 * The stored readings as such, whatever they mean.
 *
 * @param stock what there is
 * @param queries questions in SQL
 */
public record Storage(Stock stock, Queries queries) {}
