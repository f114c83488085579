package io.pumphouse.web.model;

import java.util.List;

/** Where the agent lies on its machine, and what it is. Thread-safe; looks at the disk. */
public interface Installation {
  /** The files and folders it uses. */
  List<Place> places();

  /** What it is. */
  About about();

  /**
   * A file or folder.
   *
   * @param name what is in it: {@code data}, {@code configuration}, {@code log}, {@code runs},
   *     {@code socket}
   * @param path where it is, absolute
   * @param isThere whether there is something
   * @param freeBytes what its disk has left; below 0 if that cannot be told
   */
  record Place(String name, String path, boolean isThere, long freeBytes) {}

  /**
   * What the agent is.
   *
   * @param version as its releases are numbered
   * @param build the day it was made for, and what of
   * @param java what runs it
   * @param machine the operating system and the kind of processor
   * @param licence the short name of its licence
   */
  record About(String version, String build, String java, String machine, String licence) {}
}
