package io.pumphouse.agent.access;

import io.pumphouse.web.model.Tokens.Issued;

/**
 * One token as it is kept.
 *
 * @param digest of its secret, in hexadecimal digits
 */
record KeptToken(Issued issued, String digest) {}
