package dev.holdfast.app.system;

import dev.holdfast.app.v1.AreaSafetyRules;
import dev.holdfast.app.v1.BadBodyRules;
import dev.holdfast.app.v1.BadSeatInputRules;
import dev.holdfast.app.v1.BookConflictRules;
import dev.holdfast.app.v1.BookRules;
import dev.holdfast.app.v1.ConcurrencyRules;
import dev.holdfast.app.v1.DeadlineRaceRules;
import dev.holdfast.app.v1.EventRules;
import dev.holdfast.app.v1.ExpiryRules;
import dev.holdfast.app.v1.ExtendRules;
import dev.holdfast.app.v1.GeneralAdmissionRules;
import dev.holdfast.app.v1.HoldManyRules;
import dev.holdfast.app.v1.HoldRules;
import dev.holdfast.app.v1.IsolationRules;
import dev.holdfast.app.v1.KeyRules;
import dev.holdfast.app.v1.ReleaseRules;
import dev.holdfast.app.v1.RepeatRules;
import dev.holdfast.app.v1.RouteRules;
import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.app.v1.StatusAndReportRules;
import dev.holdfast.app.v1.StreamRules;
import dev.holdfast.app.v1.WebhookOrderRules;
import dev.holdfast.app.v1.WebhookTellingRules;
import org.junit.jupiter.api.Nested;

/** Every rule that a way of deploying the service could break. */
abstract class SellingRules {
  /** The deployment; the same one for all rules. */
  abstract ServiceUnderTest deployment();

  @Nested
  final class Hold extends HoldRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class HoldMany extends HoldManyRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Repeat extends RepeatRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Expiry extends ExpiryRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Book extends BookRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class BookConflict extends BookConflictRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Release extends ReleaseRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Extend extends ExtendRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class GeneralAdmission extends GeneralAdmissionRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class AreaSafety extends AreaSafetyRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class StatusAndReport extends StatusAndReportRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Concurrency extends ConcurrencyRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class DeadlineRace extends DeadlineRaceRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Isolation extends IsolationRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Key extends KeyRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Event extends EventRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class BadSeatInput extends BadSeatInputRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class BadBody extends BadBodyRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Route extends RouteRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class WebhookTelling extends WebhookTellingRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class WebhookOrder extends WebhookOrderRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Stream extends StreamRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }
}
