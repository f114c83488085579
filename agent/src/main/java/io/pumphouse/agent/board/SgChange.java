package io.pumphouse.agent.board;

import io.pumphouse.web.model.SgReady;

/**
 * What the pump is told has changed.
 *
 * @param who on whose order
 * @param why for which reason
 */
public record SgChange(SgReady before, SgReady now, String who, String why) {}
