/**
 * The doctor: what is well, what to look at, what is bad, each with cause and next step, and the
 * bundle for somebody far away. Looks at the machine itself and asks the health board where an
 * agent runs. The composition root calls it, for the running agent and for a folder without one;
 * {@code agent.command} prints what it says.
 */
@NullMarked
package io.pumphouse.agent.doctor;

import org.jspecify.annotations.NullMarked;
