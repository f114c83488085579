/**
 * Which snapshots stay and which go, as a pure function of what lies on the medium, and why. The
 * backup room asks it before it deletes and when somebody wants to see what it would delete; it
 * calls nobody.
 */
@NullMarked
package io.pumphouse.agent.backup.keep;

import org.jspecify.annotations.NullMarked;
