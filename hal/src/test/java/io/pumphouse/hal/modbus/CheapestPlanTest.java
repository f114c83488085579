package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Register;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The planner beside a search through every partition there is. */
class CheapestPlanTest {
  private static final int CASES = 1_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noLegalPartitionIsCheaper(long thousand) {
    for (long seed = CASES * thousand; seed < CASES * (thousand + 1); seed++) {
      PlanCase problem = new PlanCase(seed);

      List<List<Register>> plan =
          new ReadPlan(problem.map(), problem.listed)
              .blocks(problem.asked, problem.cuts, problem.cost).stream()
                  .map(Block::registers)
                  .toList();

      assertThat(plan.stream().flatMap(List::stream))
          .as("seed %d: %s", seed, problem)
          .containsExactlyInAnyOrderElementsOf(problem.asked);
      assertThat(plan).as("seed %d: %s", seed, problem).allMatch(problem::isLegal);
      assertThat(plan.stream().mapToLong(problem::nanos).sum())
          .as("seed %d: %s", seed, problem)
          .isEqualTo(problem.cheapest());
    }
  }
}
