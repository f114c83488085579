package io.pumphouse.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The style sheets, scripts and pictures of the pages, and nothing else of the jars they come from.
 * Each is named after its content, so that a browser may keep it for ever. Immutable.
 */
public final class Assets {
  static final String INDEX = "assets.tsv";

  private final String base;
  private final Map<String, Asset> byName;
  private final Map<String, Asset> byAddress;

  private Assets(String base, List<Asset> assets) {
    this.base = base;
    this.byName = assets.stream().collect(Collectors.toMap(Asset::name, Function.identity()));
    this.byAddress = assets.stream().collect(Collectors.toMap(Asset::address, Function.identity()));
  }

  /**
   * Those that the build has made: a short list; their content stays where it is until it is asked
   * for.
   *
   * @param base what stands before every address behind a proxy: {@code /pump}, or empty
   */
  public static Assets load(String base) {
    try (InputStream list = Asset.resource(Asset.FOLDER + INDEX)) {
      String lines = new String(list.readAllBytes(), StandardCharsets.UTF_8);
      return new Assets(base, lines.lines().map(Asset::of).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("read the list of assets", e);
    }
  }

  /** Where a page finds the asset of this name: {@code /assets/live.3f9c0d2a.js}. */
  public String address(String name) {
    return link(
        Optional.ofNullable(byName.get(name))
            .orElseThrow(() -> new IllegalArgumentException("no asset is called " + name))
            .address());
  }

  /** Where a browser finds one of our addresses: {@code /login}, or {@code /pump/login}. */
  public String link(String address) {
    return base + address;
  }

  /** The asset at this address, or empty if there is none. */
  Optional<Asset> at(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }
}
