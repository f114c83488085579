/**
 * What is wrong, told to people and to systemd. Collects what each room notes about itself; calls
 * only {@code web.model}. The log's format for the journal lives here too.
 */
@NullMarked
package io.pumphouse.agent.health;

import org.jspecify.annotations.NullMarked;
