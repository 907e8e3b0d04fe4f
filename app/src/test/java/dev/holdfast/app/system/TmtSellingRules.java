package dev.holdfast.app.system;

import dev.holdfast.app.tmt.LastTicketRules;
import dev.holdfast.app.tmt.TmtAreaRules;
import dev.holdfast.app.tmt.TmtBookAnswerRules;
import dev.holdfast.app.tmt.TmtBookRules;
import dev.holdfast.app.tmt.TmtCheckoutRules;
import dev.holdfast.app.tmt.TmtExpireRules;
import dev.holdfast.app.tmt.TmtExtendRules;
import dev.holdfast.app.tmt.TmtHoldRules;
import dev.holdfast.app.tmt.TmtIsolationRules;
import dev.holdfast.app.tmt.TmtOneStoreRules;
import dev.holdfast.app.tmt.TmtReleaseRules;
import dev.holdfast.app.tmt.TmtRepeatRules;
import dev.holdfast.app.v1.ServiceUnderTest;
import org.junit.jupiter.api.Nested;

/** Every rule of the tmt dialect that a way of deploying the service could break. */
abstract class TmtSellingRules {
  /** The deployment; the same one for all rules. */
  abstract ServiceUnderTest deployment();

  @Nested
  final class Hold extends TmtHoldRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Book extends TmtBookRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class BookAnswer extends TmtBookAnswerRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Area extends TmtAreaRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Release extends TmtReleaseRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Expire extends TmtExpireRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Extend extends TmtExtendRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Repeat extends TmtRepeatRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class OneStore extends TmtOneStoreRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Isolation extends TmtIsolationRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Checkout extends TmtCheckoutRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class LastTicket extends LastTicketRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }
}
