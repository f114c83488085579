package io.pumphouse.web.page;

/**
 * What every page has around its content. Public because compiled templates live in a package of
 * their own.
 *
 * @param title what the browser's tab says
 * @param site what the owner calls the place
 * @param version the agent's
 * @param madeAt the site's local time when the page was made
 * @param assets where style sheets and scripts are
 */
public record Frame(String title, String site, String version, String madeAt, Assets assets) {}
