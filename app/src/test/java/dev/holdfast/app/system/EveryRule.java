package dev.holdfast.app.system;

import dev.holdfast.app.v1.AdminRules;
import dev.holdfast.app.v1.BadChartInputRules;
import dev.holdfast.app.v1.ChartRules;
import dev.holdfast.app.v1.CorsRules;
import dev.holdfast.app.v1.LabelRules;
import dev.holdfast.app.v1.LargeChartRules;
import dev.holdfast.app.v1.LayoutRules;
import dev.holdfast.app.v1.PaginationRules;
import dev.holdfast.app.v1.ServiceUnderTest;
import dev.holdfast.app.v1.TextRules;
import org.junit.jupiter.api.Nested;

/** Every rule of the v1 dialect. */
abstract class EveryRule extends SellingRules {
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
}
