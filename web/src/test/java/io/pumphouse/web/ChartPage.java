package io.pumphouse.web;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/**
 * The charts of an open page of analysis; a chart is named by its slug, a line by its metric. What
 * is static is an expression of JavaScript.
 */
record ChartPage(Browser browser) {
  static String option(String slug) {
    return "echarts.getInstanceByDom(document.querySelector('[data-chart=%s] .plot')).getOption()"
        .formatted(slug);
  }

  static String zoom(String slug) {
    return option(slug) + ".dataZoom[0]";
  }

  /** The names of all that is drawn. */
  String drawn(String slug) {
    return browser.text(option(slug) + ".series.map(({name}) => name).join(', ')");
  }

  static String line(String slug, String metric) {
    return option(slug) + ".series.find(({id}) => id === '%s')".formatted(metric);
  }

  static String values(String slug, String metric) {
    return line(slug, metric) + ".data.map((point) => (point.value ?? point)[1])";
  }

  /** What is said of a line where this step is pointed at. */
  String pointed(String slug, String metric, long step) {
    return browser.text(
        option(slug)
            + ".tooltip[0].formatter([{seriesId: '%s', dataIndex: %d, axisValue: 0}])"
                .formatted(metric, step));
  }

  String flow(String node, double kwh) {
    return browser.text(
        option("energy-flow")
            + ".series[0].label.formatter({name: '%s', value: %s})".formatted(node, kwh));
  }

  WebElement plot(String slug) {
    WebElement plot =
        browser.driver().findElement(By.cssSelector("[data-chart=" + slug + "] .plot"));
    new Actions(browser.driver()).scrollToElement(plot).perform();
    return plot;
  }

  WebElement part(String slug, String name) {
    return browser
        .driver()
        .findElement(By.cssSelector("[data-chart=%s] [data-part=%s]".formatted(slug, name)));
  }
}
