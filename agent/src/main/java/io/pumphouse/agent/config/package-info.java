/**
 * What a person wrote, as records: one YAML file in, the settings or all its problems at once out.
 * Called by {@code agent.app} and {@code check-config}; calls the vocabulary, the register maps'
 * values and the wiring of {@code hal}, and {@code web.model}. Nothing here opens anything but that
 * one file and, when they are used, the secret files it names; and nothing guesses.
 */
@NullMarked
package io.pumphouse.agent.config;

import org.jspecify.annotations.NullMarked;
