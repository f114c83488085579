/**
 * Numbers in few bytes: how samples are packed into a block and told again, and the envelope that
 * lets no damaged block pass for a sound one. It knows no database; {@code agent.store} and its
 * roll-ups call it.
 */
@NullMarked
package io.pumphouse.agent.store.pack;

import org.jspecify.annotations.NullMarked;
