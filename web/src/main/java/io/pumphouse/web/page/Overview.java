package io.pumphouse.web.page;

import java.util.List;

/**
 * Everything the first page shows about the pumps: one in full, or several in brief. Public because
 * compiled templates live in a package of their own.
 *
 * @param sections one per pump, in the order of the configuration
 * @param isBrief whether only what an owner asks first is shown of each
 */
public record Overview(List<Section> sections, boolean isBrief) {
  public Overview {
    sections = List.copyOf(sections);
  }

  /** The pump that is shown in full; empty if there are several or none. */
  public String pump() {
    return isBrief || sections.isEmpty() ? "" : sections.getFirst().pump().id().name();
  }
}
