/**
 * What people set without touching a file: kept in {@code settings.yaml}, told to every room that
 * reads it, each change an event. Implements {@code web.model.Settings}; calls the configuration's
 * table of settings. Whoever has a use for a setting asks {@link SettingsShelf} each time.
 */
@NullMarked
package io.pumphouse.agent.setting;

import org.jspecify.annotations.NullMarked;
