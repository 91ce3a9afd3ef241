package io.claviger.cli.validate;

import io.claviger.policy.document.Finding;
import java.util.List;

/// What came of all files, each group in the order of the command line.
record Report(List<Checked> checked, List<Unread> unread) {

  Report {
    checked = List.copyOf(checked);
    unread = List.copyOf(unread);
  }

  boolean isRefused() {
    return checked.stream().anyMatch(Checked::isRefused);
  }

  long count(Finding.Severity severity) {
    return checked.stream().mapToLong(each -> each.count(severity)).sum();
  }
}
