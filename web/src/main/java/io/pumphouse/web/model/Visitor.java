package io.pumphouse.web.model;

/**
 * Where somebody sits.
 *
 * @param address their IP address
 * @param browser what their program calls itself, shortened; anybody may claim anything here
 */
public record Visitor(String address, String browser) {
  private static final int LONGEST_BROWSER = 80;

  public Visitor {
    String printable = browser.replaceAll("\\p{Cntrl}", "\uFFFD");
    browser = printable.substring(0, Math.min(LONGEST_BROWSER, printable.length()));
  }
}
