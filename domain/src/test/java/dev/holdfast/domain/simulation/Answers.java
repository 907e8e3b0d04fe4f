package dev.holdfast.domain.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.domain.port.ClaimAnswer.BlockedSeat;
import dev.holdfast.domain.port.EventPicture;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.reservation.Extension;
import dev.holdfast.domain.reservation.HeldObject;
import dev.holdfast.domain.reservation.Released;
import dev.holdfast.domain.reservation.TakenObject;
import dev.holdfast.domain.simulation.Asked.Effect;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether an answer is among those that may be given, by all that stood while it was found. */
final class Answers {
  private Answers() {}

  static void check(Asked asked, Auditor auditor) {
    if (asked.effect == Effect.NONE) {
      assertEquals(List.of(), asked.entries, () -> "said to have done nothing: " + asked);
    }
    switch (asked.outcome) {
      case null -> {}
      case Outcome.Refused<?>(List<Refusal> reasons) -> {
        assertEquals(List.of(), asked.entries, () -> "refused, and done: " + asked);
        if (asked.changesStatus()) {
          if (!isByGate(asked, reasons)) {
            Changes.checkRefused(asked, reasons);
          }
        } else if (asked.blocked.isEmpty()) {
          reasons.forEach(each -> Refusals.check(asked, each));
        }
      }
      case Outcome.Repeated<?> _ -> {}
      case Outcome.Accepted<?>(Object answer) -> accepted(asked, answer, auditor);
    }
  }

  /** Whether that is what the gate said; whether it may say so was asked then. */
  private static boolean isByGate(Asked asked, List<Refusal> reasons) {
    return reasons.stream()
        .allMatch(reason ->
            reason instanceof Refusal.AlreadyHeld(String label, long version)
                && asked.blocked.contains(new BlockedSeat(label, false, version)));
  }

  private static void accepted(Asked asked, Object answer, Auditor auditor) {
    switch (asked.request) {
      case Asked.ToHold _ ->
          held(asked, ((List<?>) answer).stream().map(HeldObject.class::cast).toList());
      case Asked.ToBook _ -> {
        Map<String, Integer> told = new TreeMap<>();
        ((List<?>) answer)
            .stream()
                .map(TakenObject.class::cast)
                .forEach(each -> told.merge(each.object(), each.quantity(), Integer::sum));
        assertEquals(
            Whole.places(asked, JournalKind.BOOKED),
            told,
            () -> "I2: not what is booked: " + asked);
      }
      case Asked.ToExtend _ -> extended(asked, (Extension) answer);
      case Asked.ToRelease _ -> {
        Map<String, Integer> told = new TreeMap<>();
        ((Released) answer)
            .objects().stream()
                .filter(each -> each.quantity() > 0)
                .forEach(each -> told.merge(each.object(), each.quantity(), Integer::sum));
        assertEquals(
            Whole.places(asked, JournalKind.RELEASED), told, () -> "not what is free: " + asked);
      }
      case Asked.ToChange _, Asked.ToStep _, Asked.ToChoose _ ->
          Changes.checkAccepted(asked, answer);
      case Asked.ToExpire(HoldToken token) -> {
        assertEquals(asked.entries.size(), (int) answer, () -> "not as many ended: " + asked);
        assertTrue(
            !auditor.hasTerm(token) || auditor.left(token) == 0,
            () -> "an ended token holds something: " + asked);
      }
      case Asked.ToLook _ -> looked(asked, (EventPicture) answer);
    }
  }

  private static void looked(Asked asked, EventPicture picture) {
    List<String> told = Pictures.of(picture);
    assertTrue(
        asked.seen.stream()
            .anyMatch(scene -> Pictures.of(scene.standing(), scene.now()).equals(told)),
        () -> "I3: it never stood so: " + told + ", " + asked);
  }

  private static void held(Asked asked, List<HeldObject> answer) {
    HoldToken token = asked.token().orElseThrow();
    assertTrue(
        asked.seen.stream()
            .anyMatch(scene -> answer.stream().allMatch(each -> stands(scene, each))),
        () -> "held, it was said, and nobody saw it: " + asked);
    answer.forEach(each -> assertEquals(token, each.token()));
  }

  private static boolean stands(Scene scene, HeldObject told) {
    if (told.area()) {
      return scene.standing().places().values().stream()
          .anyMatch(each ->
              each.area().equals(told.object())
                  && each.token().equals(told.token())
                  && each.quantity() == told.quantity()
                  && each.until().equals(told.until())
                  && each.extraData().equals(told.tag().extraData())
                  && each.liveAt(scene.now()));
    }
    Standing.Seat seat = scene.standing().seat(told.object(), scene.now());
    return seat != null
        && seat.heldBy(told.token())
        && told.until().equals(seat.until())
        && seat.hangs() != null
        && told.tag().extraData().equals(seat.hangs().extraData())
        && scene.standing().version(told.object()) == told.version();
  }

  private static void extended(Asked asked, Extension told) {
    assertEquals(
        Whole.places(asked, JournalKind.EXTENDED).keySet(),
        new TreeSet<>(told.extended().stream().map(Extension.Extended::object).toList()),
        () -> "not what is extended: " + asked);
    told.lost().forEach(each -> Refusals.check(asked, each));
  }
}
