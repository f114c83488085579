package io.pumphouse.web.page;

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
  private static final String WEBJARS = "/META-INF/resources/webjars/";
  private static final String STATIC = "/META-INF/resources/_static/";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private final String base;
  private final Map<String, Asset> byName;
  private final Map<String, Asset> byAddress;

  private Assets(String base, List<Asset> assets) {
    this.base = base;
    this.byName = assets.stream().collect(Collectors.toMap(Asset::name, Function.identity()));
    this.byAddress = assets.stream().collect(Collectors.toMap(Asset::address, Function.identity()));
  }

  /**
   * Reads and packs them all, some 400 KiB packed, nine tenths of it the charts.
   *
   * @param base what stands before every address behind a proxy: {@code /pump}, or empty
   */
  public static Assets load(String base) {
    return new Assets(
        base,
        List.of(
            Asset.read("pico.css", CSS, WEBJARS + "picocss__pico/2.1.1/css/pico.classless.min.css"),
            Asset.read("htmx.js", SCRIPT, WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js"),
            Asset.lean("app.css", CSS, "app.css"),
            words(Tongue.ENGLISH),
            words(Tongue.SWEDISH),
            Asset.lean("live.js", SCRIPT, "live.js"),
            Asset.lean("drawing.js", SCRIPT, "drawing.js"),
            Asset.lean("registers.css", CSS, "registers.css"),
            Asset.lean("trace.js", SCRIPT, "trace.js"),
            Asset.read("echarts.js", SCRIPT, STATIC + "echarts/6.0.0/dist/echarts.min.js"),
            Asset.lean("analysis.js", SCRIPT, "analysis.js"),
            Asset.lean("analysis.css", CSS, "analysis.css"),
            Asset.read("icon.svg", "image/svg+xml", "icon.svg")));
  }

  private static Asset words(Tongue tongue) {
    return Asset.made("words-" + tongue.code() + ".js", SCRIPT, ScriptWords.of(tongue));
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
