package io.pumphouse.agent.ledger;

import io.pumphouse.web.model.Sessions.Open;

/**
 * A browser that is logged in, as it is kept. Immutable.
 *
 * @param open what people may see of it
 * @param digest of what its browser shows; the secret itself is kept nowhere
 */
public record KeptSession(Open open, String digest) {}
