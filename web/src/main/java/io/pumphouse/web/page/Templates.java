package io.pumphouse.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.util.Map;

/** The compiled templates. Thread-safe. */
final class Templates {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /** Answers with what the template makes of these. */
  void answer(Context context, String template, Map<String, Object> with) {
    StringOutput page = new StringOutput();
    engine.render(template, with, page);
    context.header(Header.CACHE_CONTROL, "no-store");
    context.header(Header.VARY, Header.ACCEPT_LANGUAGE + ", Cookie");
    context.contentType("text/html;charset=utf-8").result(unindented(page.toString()));
  }

  /** Indentation is for people who write templates; on the wire it is a fiftieth of a page. */
  private static String unindented(String page) {
    StringBuilder text = new StringBuilder(page.length());
    boolean isAtStart = true;
    for (int at = 0; at < page.length(); at++) {
      char each = page.charAt(at);
      boolean isBlank = each == ' ' || each == '\n';
      if (!(isAtStart && isBlank)) {
        text.append(each);
        isAtStart = each == '\n';
      }
    }
    return text.toString();
  }
}
