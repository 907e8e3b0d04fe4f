package dev.holdfast.app.system;

import dev.holdfast.app.v1.AdminRules;
import dev.holdfast.app.v1.BadChartInputRules;
import dev.holdfast.app.v1.BadWebhookInputRules;
import dev.holdfast.app.v1.ChangesRules;
import dev.holdfast.app.v1.ChartRules;
import dev.holdfast.app.v1.CorsRules;
import dev.holdfast.app.v1.DeliveryRules;
import dev.holdfast.app.v1.EveryRouteRules;
import dev.holdfast.app.v1.HistoryRules;
import dev.holdfast.app.v1.HostileRequestRules;
import dev.holdfast.app.v1.IdleStreamRules;
import dev.holdfast.app.v1.IntegrityRules;
import dev.holdfast.app.v1.LabelRules;
import dev.holdfast.app.v1.LargeChartRules;
import dev.holdfast.app.v1.LayoutRules;
import dev.holdfast.app.v1.PaginationRules;
import dev.holdfast.app.v1.RepeatedChangeRules;
import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.app.v1.StatusTagRules;
import dev.holdfast.app.v1.StreamAccessRules;
import dev.holdfast.app.v1.StreamResumeRules;
import dev.holdfast.app.v1.TextRules;
import dev.holdfast.app.v1.ThumbnailRules;
import dev.holdfast.app.v1.WebhookAccessRules;
import dev.holdfast.app.v1.WebhookPayloadRules;
import dev.holdfast.app.v1.WebhookRetryRules;
import dev.holdfast.app.v1.WebhookRules;
import dev.holdfast.app.v1.WebhookSigningRules;
import org.junit.jupiter.api.Nested;

/** Every rule of the v1 dialect. */
abstract class EveryRule extends SellingRules {
  @Nested
  final class RepeatedChange extends RepeatedChangeRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Chart extends ChartRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Layout extends LayoutRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Thumbnail extends ThumbnailRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Pagination extends PaginationRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class LargeChart extends LargeChartRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Admin extends AdminRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Cors extends CorsRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class BadChartInput extends BadChartInputRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Text extends TextRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Label extends LabelRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Webhook extends WebhookRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class WebhookAccess extends WebhookAccessRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class BadWebhookInput extends BadWebhookInputRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class WebhookPayload extends WebhookPayloadRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class WebhookSigning extends WebhookSigningRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class WebhookRetry extends WebhookRetryRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Delivery extends DeliveryRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class StreamAccess extends StreamAccessRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class IdleStream extends IdleStreamRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class StreamResume extends StreamResumeRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Changes extends ChangesRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class History extends HistoryRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class StatusTag extends StatusTagRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class Integrity extends IntegrityRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class EveryRoute extends EveryRouteRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }

  @Nested
  final class HostileRequest extends HostileRequestRules {
    @Override
    protected ServiceUnderTest service() {
      return deployment();
    }
  }
}
