package io.pumphouse.agent.config;

import io.pumphouse.hal.map.RegisterMap;
import java.util.List;
import java.util.Optional;

/** Where the reader of the configuration finds the models that a pump may be. */
public interface ModelShelf {
  /** The map of this model, or empty if there is none that can be used. */
  Optional<RegisterMap> find(String id);

  /**
   * Why a model that is there cannot be used, in words for a technician; empty if there is no such
   * model, or nothing is wrong with it.
   */
  Optional<String> fault(String id);

  /**
   * All models there are, in the order in which a person should see them. None is read for it, so
   * one whose map is wrong is among them.
   */
  List<String> ids();
}
