package io.pumphouse.web;

import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.FluentWait;

/** An owner who looks at pages of a server in a browser. */
record Owner(Browser browser, RunningServer running) {
  void visit(String page) {
    browser.driver().get(running.uri("http", "/login").toString());
    browser.driver().manage().addCookie(new Cookie("pumphouse", "owner-session"));
    browser.driver().get(running.uri("http", page).toString());
  }

  /** In the middle of the screen, where nothing that stands fast lies over it. */
  void press(String control) {
    WebElement found = browser.driver().findElement(By.cssSelector(control));
    browser.driver().executeScript("arguments[0].scrollIntoView({block: 'center'})", found);
    found.click();
  }

  /** Between two pages there is nothing to read: then it looks again. */
  void await(String selector, String text) {
    new FluentWait<>(browser)
        .withTimeout(Duration.ofSeconds(10))
        .ignoring(WebDriverException.class)
        .until(
            page ->
                page.text("document.querySelector('" + selector + "')?.textContent").equals(text));
  }
}
