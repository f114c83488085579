package io.pumphouse.web.model;

/**
 * What is known of the past.
 *
 * @param insight what the readings mean
 * @param events what happened
 * @param recordings what the readings did around alarms
 * @param export the readings as files
 * @param storage the readings as they are stored
 */
public record Analysis(
    Insight insight, Events events, Recordings recordings, Export export, Storage storage) {}
