package dev.holdfast.domain.integrity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one check finds: all of it counted, the first of it kept. */
final class Findings {
  private final List<IntegrityReport.Violation> kept = new ArrayList<>();
  private int found;

  void add(@Nullable String object, String detail) {
    found++;
    if (kept.size() < IntegrityReport.MAX_VIOLATIONS) {
      kept.add(new IntegrityReport.Violation(object, detail));
    }
  }

  IntegrityReport.Check asCheck(CheckName name, boolean complete) {
    return new IntegrityReport.Check(name, complete, found, kept);
  }
}
