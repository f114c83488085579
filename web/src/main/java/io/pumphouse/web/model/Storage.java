package io.pumphouse.web.model;

/**
 * The stored readings as such, whatever they mean.
 *
 * @param stock what there is
 * @param queries questions in SQL
 * @param soundness whether the file is sound
 */
public record Storage(Stock stock, Queries queries, Soundness soundness) {}
