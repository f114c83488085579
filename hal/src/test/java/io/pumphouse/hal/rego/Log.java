package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Overheard;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.line.Witness;
import java.util.ArrayList;
import java.util.List;

/** A witness that writes everything down. */
final class Log implements Witness {
  final List<Transaction> transactions = new ArrayList<>();
  final List<Frame> overheard = new ArrayList<>();

  @Override
  public void saw(Transaction transaction) {
    transactions.add(transaction);
  }

  @Override
  public void overheard(Overheard stray) {
    overheard.add(stray.bytes());
  }

  String lastQuestion() {
    return last().wording().question(last().sent());
  }

  Transaction last() {
    return transactions.getLast();
  }
}
