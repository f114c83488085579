package io.pumphouse.web.backup;

import java.util.List;
import java.util.Map;

/**
 * One job with its past. Public because compiled templates live in a package of their own.
 *
 * @param tile how it stands
 * @param settings what its owner said, as {@code jobs.yaml} has it
 * @param course what became of it over time
 * @param told who is told of its runs
 * @param sizes what each of the newest good runs copied, as bars
 * @param runs the newest, or those before
 * @param older the address of those before these; empty if there are none
 */
public record JobView(
    Rights rights,
    List<Saying> sayings,
    Tile tile,
    List<Map.Entry<String, String>> settings,
    Course course,
    String told,
    Sizes sizes,
    List<RunView> runs,
    String older) {
  public JobView {
    sayings = List.copyOf(sayings);
    settings = List.copyOf(settings);
    runs = List.copyOf(runs);
  }
}
