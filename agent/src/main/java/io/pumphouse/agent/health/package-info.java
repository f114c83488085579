/**
 * What is wrong, told to people and to systemd. Collects what each room notes about itself, and
 * watches whether the rooms that must never stand still move ({@code Lifeline}); calls only {@code
 * web.model}.
 */
@NullMarked
package io.pumphouse.agent.health;

import org.jspecify.annotations.NullMarked;
