package io.pumphouse.web.model;

/**
 * What somebody asks who wants to know how a pump did.
 *
 * @param insight what the readings mean
 * @param events what happened
 * @param recordings what the readings did around each alarm
 * @param export the readings themselves
 */
public record Analysis(Insight insight, Events events, Recordings recordings, Export export) {}
