package dev.holdfast.app.system;

import dev.holdfast.app.tmt.TmtBadEntryRules;
import dev.holdfast.app.tmt.TmtBadInputRules;
import dev.holdfast.app.tmt.TmtBoundRules;
import dev.holdfast.app.tmt.TmtChartRules;
import dev.holdfast.app.tmt.TmtCreateRules;
import dev.holdfast.app.tmt.TmtErrorRules;
import dev.holdfast.app.tmt.TmtPathRules;
import dev.holdfast.app.v1.ServiceUnderTest;
import org.junit.jupiter.api.Nested;

/** Every rule of the tmt dialect. */
abstract class TmtEveryRule extends TmtSellingRules {
  @Nested
  final class Create extends TmtCreateRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Chart extends TmtChartRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Errors extends TmtErrorRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class BadInput extends TmtBadInputRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class BadEntry extends TmtBadEntryRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Bound extends TmtBoundRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Path extends TmtPathRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }
}
