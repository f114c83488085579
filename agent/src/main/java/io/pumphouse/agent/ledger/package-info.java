/**
 * The small durable facts: what happened and when. They lie in a file of their own, so that damage
 * to the readings never costs them and the other way round. It calls {@code agent.sqlite}; whoever
 * learns of something worth remembering calls it.
 */
@NullMarked
package io.pumphouse.agent.ledger;

import org.jspecify.annotations.NullMarked;
