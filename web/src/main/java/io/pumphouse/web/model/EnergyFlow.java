package io.pumphouse.web.model;

import java.time.Duration;
import java.util.List;

/**
 * Where the energy came from and where it went: a graph in which each inner node gives what it
 * takes. Immutable.
 *
 * @param span the time
 * @param resolution the longest step that it rests on
 * @param nodes those with a link
 * @param links none below 1 Wh
 * @param why what is missing and for what reason; empty if nothing is
 */
public record EnergyFlow(
    Span span, Duration resolution, List<Node> nodes, List<Link> links, String why) {
  public EnergyFlow {
    nodes = List.copyOf(nodes);
    links = List.copyOf(links);
  }

  /** How a number came about. */
  public enum Certainty {
    MEASURED,
    /** Something in it was assumed. */
    ESTIMATED,
    /** The difference of others, each measured or estimated. */
    DIFFERENCE
  }

  /**
   * A place that energy passes.
   *
   * @param id public: {@code ground}
   * @param label for people, in English
   */
  public record Node(String id, String label) {}

  /**
   * Energy on its way.
   *
   * @param from the id of a node
   * @param to the id of a node
   * @param kilowattHours above 0
   */
  public record Link(String from, String to, double kilowattHours, Certainty certainty) {}
}
