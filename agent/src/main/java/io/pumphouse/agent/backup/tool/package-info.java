/**
 * The two tools that copy trees, rsync and rclone: their arguments, what they print, what their
 * exit codes mean, and the child process they run in. Called by the backup jobs only; knows neither
 * jobs nor schedules.
 */
@NullMarked
package io.pumphouse.agent.backup.tool;

import org.jspecify.annotations.NullMarked;
