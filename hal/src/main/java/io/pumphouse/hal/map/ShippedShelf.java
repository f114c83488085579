package io.pumphouse.hal.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** The maps that come with the program. */
final class ShippedShelf implements Shelf {
  /** The jar cannot be listed, so its models are: one id a line, in the order to show them. */
  private static final String INDEX = "models.txt";

  private static final Pattern TABLE = Pattern.compile("[a-z0-9-]+");

  @Override
  public Listing list() {
    return new Listing(text(INDEX).lines().toList(), List.of());
  }

  @Override
  public Page read(String modelId) {
    if (!list().modelIds().contains(modelId)) {
      return new NotHere();
    }
    String file = modelId + ".csv";
    return MapText.of(modelId, file, text(file));
  }

  @Override
  public Page alarms(String name) {
    String file = "alarms/" + name + ".csv";
    if (!TABLE.matcher(name).matches() || ShippedShelf.class.getResource(file) == null) {
      return new NotHere();
    }
    return MapText.of(name, file, text(file));
  }

  /** A resource beside this class. That it cannot be read means a broken build, not bad input. */
  private static String text(String name) {
    try (InputStream in = ShippedShelf.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's own file " + name, e);
    }
  }
}
