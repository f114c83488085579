package io.pumphouse.agent.log;

import java.util.regex.Pattern;

/**
 * Texts without secrets, and with nothing that a terminal would obey or that looks like another
 * entry. Whoever logs a secret has made a mistake; this is the net below. Pure.
 */
public final class Plain {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern IN_ADDRESS = Pattern.compile("(://[^/\\s:@]*):[^@\\s/]*@");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?i)((?:password|passwd|pass|secret|token|key)[\"']?\\s*[=:]\\s*[\"']?)[^\\s,;\"']+");
  private static final Pattern SHOWN = Pattern.compile("(?i)\\b((?:bearer|basic)\\s+)\\S{8,}");
  private static final Pattern COOKIE = Pattern.compile("(pumphouse=)[A-Za-z0-9_-]{20,}");
  private static final Pattern CLAIM = Pattern.compile("(code=)[0-9A-Z]{4}(-[0-9A-Z]{4})+");

  private Plain() {}

  /** The text without passwords and tokens. */
  public static String text(String text) {
    String safe = CONTROL.matcher(text).replaceAll("\uFFFD");
    String open = IN_ADDRESS.matcher(safe).replaceAll("$1:***@");
    String named = NAMED.matcher(open).replaceAll("$1***");
    return COOKIE.matcher(SHOWN.matcher(named).replaceAll("$1***")).replaceAll("$1***");
  }

  /** The same without the claim code, which the journal alone tells whoever installs the agent. */
  static String withoutClaim(String text) {
    return CLAIM.matcher(text).replaceAll("$1***");
  }
}
