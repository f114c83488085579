package io.pumphouse.hal.h66;

/** The page with everything the gateway knows of its pump. */
final class AllData implements Page<Numbers> {
  @Override
  public String path() {
    return "/api/alldata";
  }

  @Override
  public String question() {
    return "everything (GET " + path() + ")";
  }

  @Override
  public Sheet<Numbers> read(Json.Thing thing) {
    Numbers numbers = Numbers.of(thing);
    return new Sheet<>(numbers, numbers.count() + " numbers");
  }
}
