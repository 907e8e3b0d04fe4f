package dev.holdfast.domain.refusal;

import dev.holdfast.domain.chart.LayoutProblem;
import dev.holdfast.domain.event.EditAllowance;
import java.time.Instant;
import java.util.List;

/** Refusals for tests that have to look at every kind. */
public final class Refusals {
  /** One of each kind, in the order the records stand in, which is that of their weight. */
  public static final List<Refusal> ALL =
      List.of(
          new Refusal.UnknownEvent(),
          new Refusal.UnknownChart(),
          new Refusal.UnknownWorkspace(),
          new Refusal.UnknownKey(),
          new Refusal.UnknownWebhook(),
          new Refusal.UnknownDelivery(),
          new Refusal.UnacceptableUrl("not https"),
          new Refusal.NoSecretKey(),
          new Refusal.TooManyWebhooks(50),
          new Refusal.UnfitWorkspace(Refusal.UnfitWorkspace.Why.IS_DEFAULT),
          new Refusal.AheadOfJournal(7),
          new Refusal.ChartNotPublished(),
          new Refusal.EventKeyTaken(),
          new Refusal.ChartInUse(),
          new Refusal.UnpublishableLayout(List.of(new LayoutProblem.Empty())),
          new Refusal.UnusableTag(""),
          new Refusal.TooManyTags(100),
          new Refusal.UnknownChannel("web"),
          new Refusal.ChannelKeyTaken("web"),
          new Refusal.TooManyChannels(1_000),
          new Refusal.TooManyLabels(100_000),
          new Refusal.EditsExhausted(new EditAllowance(10, Instant.parse("2026-11-21T18:00:00Z"))),
          new Refusal.UnknownObject("A-1"),
          new Refusal.NotASeat("ga"),
          new Refusal.NotAnArea("A-1"),
          new Refusal.CategoryMismatch("A-1", List.of("stalls", "box")),
          new Refusal.AllPlacesNotConfirmed("ga"),
          new Refusal.ExtraDataTooLarge("A-1", 16_384),
          new Refusal.TokenOver(),
          new Refusal.TokenLimit(200, List.of()),
          new Refusal.KeyLimit(5_000, List.of()),
          new Refusal.TooScattered("ga", 1_000),
          new Refusal.AlreadyTaken("A-1", 4),
          new Refusal.AlreadyHeld("A-2", 5),
          new Refusal.InsufficientCapacity("ga", 6, 2),
          new Refusal.StatusNotAllowed("A-4", 7, "lost"),
          new Refusal.NotForSale("A-3", 9),
          new Refusal.NothingAvailable(),
          new Refusal.NotHeldByToken("A-1", 7, false),
          new Refusal.NotFoundOrFree("A-1", 8));

  private Refusals() {}

  /** Those of these kinds, in their order. */
  public static List<Refusal> of(Class<?>... kinds) {
    return ALL.stream().filter(each -> List.of(kinds).contains(each.getClass())).toList();
  }
}
