package io.pumphouse.agent.store.pack;

import java.util.ArrayList;
import java.util.List;

/** Small numbers that repeat: each with how often it comes in a row. */
final class Runs {
  private Runs() {}

  static void write(Ink ink, List<Integer> numbers) {
    List<Integer> ends = ends(numbers);
    ink.number(ends.size());
    int start = 0;
    for (int end : ends) {
      ink.number(numbers.get(start));
      ink.number(end - start);
      start = end;
    }
  }

  static List<Integer> read(Eye eye) {
    List<Integer> numbers = new ArrayList<>();
    for (int left = eye.count(); left > 0; left--) {
      int number = eye.count();
      int repeats = eye.count();
      if (numbers.size() + repeats > Eye.MOST) {
        throw new IllegalArgumentException("more than " + Eye.MOST + " numbers");
      }
      for (int i = 0; i < repeats; i++) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private static List<Integer> ends(List<Integer> numbers) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 1; i <= numbers.size(); i++) {
      if (i == numbers.size() || !numbers.get(i).equals(numbers.get(i - 1))) {
        ends.add(i);
      }
    }
    return ends;
  }
}
