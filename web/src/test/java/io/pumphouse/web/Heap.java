package io.pumphouse.web;

import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** What a page keeps of its browser's memory, garbage left out. */
record Heap(long bytes, long nodes, long listeners) {
  static Heap of(Browser browser) {
    var driver = browser.driver();
    driver.executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
    Map<String, Object> counts = driver.executeCdpCommand("Memory.getDOMCounters", Map.of());
    return new Heap(
        number(driver.executeCdpCommand("Runtime.getHeapUsage", Map.of()), "usedSize"),
        number(counts, "nodes"),
        number(counts, "jsEventListeners"));
  }

  private static long number(Map<String, Object> counted, String what) {
    return Math.round(Double.parseDouble(String.valueOf(counted.get(what))));
  }

  /** What leaks grows each time; what a browser only learns, as code that it compiles, does not. */
  static Heap leastGrowth(List<Heap> heaps) {
    return new Heap(
        least(heaps, Heap::bytes), least(heaps, Heap::nodes), least(heaps, Heap::listeners));
  }

  private static long least(List<Heap> heaps, ToLongFunction<Heap> what) {
    return IntStream.range(1, heaps.size())
        .mapToLong(i -> what.applyAsLong(heaps.get(i)) - what.applyAsLong(heaps.get(i - 1)))
        .min()
        .orElseThrow();
  }
}
