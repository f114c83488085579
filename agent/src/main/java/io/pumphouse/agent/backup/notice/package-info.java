/**
 * Tells people and watchers elsewhere how backup runs went: over HTTP or by mail, from a thread of
 * its own, and never in the way of a run. The backup room hands it what happened; it knows of jobs
 * only what it is told, and nothing of it is loaded where {@code notices.yaml} is not there.
 */
@NullMarked
package io.pumphouse.agent.backup.notice;

import org.jspecify.annotations.NullMarked;
