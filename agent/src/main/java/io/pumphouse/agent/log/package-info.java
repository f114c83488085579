/**
 * The log: what every room says through slf4j, kept in files within a byte budget, written seldom
 * but errors at once, and said on standard error in the journal's form. Implements {@code
 * web.model.Logs}. Installed by {@code agent.app}; calls nobody.
 */
@NullMarked
package io.pumphouse.agent.log;

import org.jspecify.annotations.NullMarked;
