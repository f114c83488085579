package io.pumphouse.agent.console;

import io.pumphouse.agent.command.Scrolling;
import java.io.PrintWriter;

/** Where a verb writes: gone as soon as whoever reads has enough. Confined to one thread. */
final class Page extends PrintWriter implements Scrolling {
  private final Pager pager;
  private final Keys keys;

  Page(Pager pager, Keys keys) {
    super(pager);
    this.pager = pager;
    this.keys = keys;
  }

  @Override
  public void scroll() {
    println("-- Ctrl-C stops --");
    pager.scroll();
  }

  @Override
  public boolean checkError() {
    return super.checkError() || pager.isOver() || keys.isStopWanted() || keys.isOver();
  }
}
