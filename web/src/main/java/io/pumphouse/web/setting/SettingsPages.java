package io.pumphouse.web.setting;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.api.Fields;
import io.pumphouse.web.model.Appliance;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobTool;
import io.pumphouse.web.model.Setting;
import io.pumphouse.web.model.Settings;
import io.pumphouse.web.model.Settings.Answer;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The page of settings. With scripts the form is replaced in place, without them the page is loaded
 * again; in both, what was typed stays until it is right. Thread-safe; reads and writes the disk.
 */
public final class SettingsPages {
  private static final String ADDRESS = "/settings";
  private static final String RESET = ADDRESS + "/reset";
  private static final String ALL = "all";

  private final Pages pages;
  private final Appliance appliance;
  private final Settings settings;
  private final Backups backups;

  public SettingsPages(Pages pages, Appliance appliance, Backups backups) {
    this.pages = pages;
    this.appliance = appliance;
    this.settings = appliance.settings();
    this.backups = backups;
  }

  /** Adds the addresses. */
  public void addTo(RouteTable routes) {
    routes.get(Need.READER, ADDRESS, this::page);
    routes.get(Need.READER, "/fragment/settings/tools", this::tools);
    routes.post(Need.OWNER, ADDRESS, this::change);
    routes.post(Need.OWNER, RESET, this::reset);
  }

  private void page(Context context) {
    String said = Optional.ofNullable(context.queryParam("saved")).orElse("");
    show(context, view(context, Map.of(), List.of()).saying(said));
  }

  /** Starting programs to ask them takes a moment, for which the page waits only if it is told. */
  private List<JobTool> toolsIfAsked(Context context) {
    return context.queryParam("tools") == null ? List.of() : backups.jobs().tools();
  }

  private void tools(Context context) {
    List<JobTool> tools = backups.jobs().tools();
    pages.show(context, "settings", "", "tools.jte", Map.of("tools", tools));
  }

  private void change(Context context) {
    Map<String, String> typed = typed(Fields.of(context));
    answer(context, typed, settings.change(typed, who(context)));
  }

  /** What was not touched is not sent on: it would be taken for chosen. */
  private Map<String, String> typed(Fields fields) {
    Map<String, String> typed = new TreeMap<>();
    for (Setting setting : settings.all()) {
      String value = fields.values().getOrDefault(setting.key(), setting.value()).strip();
      if (!value.equals(setting.value())) {
        typed.put(setting.key(), value);
      }
    }
    return typed;
  }

  private void reset(Context context) {
    String key = Fields.of(context).text("reset");
    List<String> keys = key.isEmpty() || key.equals(ALL) ? List.of() : List.of(key);
    answer(context, Map.of(), settings.reset(keys, who(context)));
  }

  private static String who(Context context) {
    return Caller.known(context.req()).user();
  }

  private void answer(Context context, Map<String, String> typed, Answer answer) {
    switch (answer) {
      case Answer.Saved(List<String> keys) -> saved(context, keys);
      case Answer.Wrong(var objections) -> wrong(context, view(context, typed, objections));
      case Answer.Failed(String cause, String next) ->
          wrong(context, view(context, typed, List.of()).failed(cause + "; " + next));
    }
  }

  private void saved(Context context, List<String> keys) {
    String said = keys.isEmpty() ? SettingsView.NOTHING : String.join(",", keys);
    if (isScript(context)) {
      show(context, view(context, Map.of(), List.of()).saying(said));
    } else {
      context.redirect(pages.link(ADDRESS + "?saved=" + said), HttpStatus.SEE_OTHER);
    }
  }

  /** A script that gets an error shows nothing of it. */
  private void wrong(Context context, SettingsView view) {
    context.status(isScript(context) ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    show(context, view);
  }

  private static boolean isScript(Context context) {
    return context.header("HX-Request") != null;
  }

  private void show(Context context, SettingsView view) {
    String template = isScript(context) ? "settings-form.jte" : "settings.jte";
    Map<String, Object> all =
        isScript(context)
            ? Map.of("view", view)
            : Map.of("view", view, "tools", toolsIfAsked(context));
    pages.show(context, "settings", "", template, all);
  }

  private SettingsView view(
      Context context, Map<String, String> typed, List<Settings.Objection> objections) {
    return SettingsView.of(
        pages.tongue(context),
        Rights.of(context),
        settings.all(),
        typed,
        objections,
        appliance.installation());
  }
}
