package dev.holdfast.http.v1;

import static dev.holdfast.domain.refusal.Refusals.ALL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.domain.chart.LayoutProblem;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.refusal.Refusals;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.v1.Asked.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class V1AnswersTest {
  private static final Asked HOLD = new Asked(Operation.HOLD_ONE, List.of("A-1"));
  private static final Asked HOLD_MANY = new Asked(Operation.HOLD_MANY, List.of("A-1", "ga"));
  private static final Asked BOOK = new Asked(Operation.BOOK, List.of("A-1", "A-2"));
  private static final Asked RELEASE = new Asked(Operation.RELEASE, List.of("A-1"));
  private static final Asked RELEASE_OWN = new Asked(Operation.RELEASE_OWN, List.of("A-1"));

  @Test
  void every_refusal_has_an_answer_to_every_question() {
    for (Refusal refusal : ALL) {
      for (Operation operation : Operation.values()) {
        Answer answer =
            V1Answers.refused(List.of(refusal), new Asked(operation, List.of("A-1", "ga")));
        // All are the caller's matter but one: only the operator can set a key.
        int kind = refusal instanceof Refusal.NoSecretKey ? 5 : 4;
        assertEquals(kind, answer.status() / 100, refusal + " " + operation);
      }
    }
  }

  @Test
  void the_status_follows_from_the_weightiest_refusal() {
    List<Integer> statuses =
        ALL.stream().map(each -> V1Answers.refused(List.of(each), HOLD).status()).toList();

    assertEquals(
        List.of(
            404, 404, 404, 404, 404, 404, 400, 503, 409, 409, 400, 404, 409, 409, 400, 400, 400,
            404, 409, 409, 409, 409, 404, 400, 400, 400, 400, 400, 409, 409, 409, 409, 409, 409,
            409, 409, 409, 409, 409, 409),
        statuses);
    assertAnswer(404, "{'statusCode':404,'message':'Event not found'}", Asked.LOOK_UP, ALL);
  }

  @Test
  void a_chart_that_is_not_published_is_missing_or_the_wrong_choice() {
    List<Refusal> refusal = List.of(new Refusal.ChartNotPublished());
    assertAnswer(
        404, "{'statusCode':404,'message':'Chart is not published'}", Asked.LOOK_UP, refusal);
    assertAnswer(
        400, invalid("'chartKey':['Chart is not published']"), Asked.CREATE_EVENT, refusal);
  }

  @Test
  void tags_are_refused_in_the_words_of_any_other_list() {
    assertAnswer(
        400, invalid("'tags':['Not a tag']"), Asked.LOOK_UP, List.of(new Refusal.UnusableTag("")));
    assertAnswer(
        400,
        invalid("'tags':['Array must contain at most 100 element(s)']"),
        Asked.LOOK_UP,
        List.of(new Refusal.TooManyTags(100)));
  }

  @Test
  void a_webhook_that_cannot_be_is_refused_with_the_reason() {
    assertAnswer(
        404,
        "{'statusCode':404,'message':'Webhook not found'}",
        Asked.LOOK_UP,
        List.of(new Refusal.UnknownWebhook()));
    assertAnswer(
        404,
        "{'statusCode':404,'message':'Delivery not found'}",
        Asked.LOOK_UP,
        List.of(new Refusal.UnknownDelivery()));
    assertAnswer(
        400,
        invalid("'url':['Must be https']"),
        Asked.LOOK_UP,
        List.of(new Refusal.UnacceptableUrl("Must be https")));
    assertAnswer(
        503,
        "{'statusCode':503,"
            + "'message':'Webhook secrets cannot be stored: HOLDFAST_SECRET_KEY is not set'}",
        Asked.LOOK_UP,
        List.of(new Refusal.NoSecretKey()));
    assertAnswer(
        409,
        "{'statusCode':409,'message':'A workspace has at most 50 webhooks'}",
        Asked.LOOK_UP,
        List.of(new Refusal.TooManyWebhooks(50)));
  }

  @Test
  void a_reader_ahead_of_the_journal_hears_how_far_it_has_come() {
    assertAnswer(
        400,
        invalid("'after':['The event's last change is 7']"),
        Asked.LOOK_UP,
        List.of(new Refusal.AheadOfJournal(7)));
  }

  @Test
  void what_cannot_be_published_is_named_by_path() {
    assertAnswer(
        400,
        invalid(
            "'_root':['The layout has no bookable object'],"
                + "'rows.1.seats.0.label':['Duplicate label A-1, used before at "
                + "rows.0.seats.0.label'],"
                + "'gaAreas.0.categoryKey':['Unknown category yard']"),
        Asked.LOOK_UP,
        List.of(
            new Refusal.UnpublishableLayout(
                List.of(
                    new LayoutProblem.Empty(),
                    new LayoutProblem.DuplicateLabel(
                        "rows.1.seats.0.label", "A-1", "rows.0.seats.0.label"),
                    new LayoutProblem.UnknownCategory("gaAreas.0.categoryKey", "yard")))));
  }

  @Test
  void a_refused_hold_names_the_members_that_were_wrong() {
    assertAnswer(
        404,
        "{'statusCode':404,'message':'Object not found: X, Y'}",
        HOLD,
        List.of(
            new Refusal.UnknownObject("X"),
            new Refusal.UnknownObject("Y"),
            new Refusal.AlreadyHeld("Z", 1)));
    assertAnswer(
        400,
        invalid("'objectLabels.1':['ga is a general admission area: hold it with objectLabel']"),
        HOLD_MANY,
        List.of(new Refusal.NotASeat("ga")));
    assertAnswer(
        400,
        invalid("'objectType':['Required: ga is a general admission area']"),
        HOLD,
        List.of(new Refusal.NotASeat("ga")));
    assertAnswer(
        400,
        invalid("'categoryKey':['A-1 is sold in stalls, box','A-2 is sold in no category']"),
        HOLD,
        List.of(
            new Refusal.CategoryMismatch("A-1", List.of("stalls", "box")),
            new Refusal.CategoryMismatch("A-2", List.of())));
  }

  @Test
  void a_hold_conflict_is_the_envelope_and_the_pair_in_one() {
    assertAnswer(
        409,
        "{'statusCode':409,'message':'One or more seats could not be held',"
            + "'error':'One or more seats could not be held','failed':["
            + "{'objectLabel':'A-1','reason':'already_booked','version':4},"
            + "{'objectLabel':'A-2','reason':'already_held','version':5},"
            + "{'objectLabel':'ga','reason':'insufficient_capacity','version':6},"
            + "{'objectLabel':'A-3','reason':'not_for_sale','version':9}]}",
        HOLD,
        Refusals.of(
            Refusal.AlreadyTaken.class,
            Refusal.AlreadyHeld.class,
            Refusal.InsufficientCapacity.class,
            Refusal.NotForSale.class));
    assertAnswer(
        409,
        "{'statusCode':409,'message':'A hold token holds at most 200 objects',"
            + "'error':'A hold token holds at most 200 objects','failed':["
            + "{'objectLabel':'A-1','reason':'token_limit','version':3},"
            + "{'objectLabel':'ga','reason':'token_limit','version':0}]}",
        HOLD,
        List.of(
            new Refusal.TokenLimit(
                200,
                List.of(
                    new Refusal.TokenLimit.Versioned("A-1", 3),
                    new Refusal.TokenLimit.Versioned("ga", 0))),
            new Refusal.AlreadyHeld("A-1", 3)));
    assertAnswer(
        409,
        "{'statusCode':409,'message':'At most 50 objects of an event are held through one key',"
            + "'error':'At most 50 objects of an event are held through one key','failed':["
            + "{'objectLabel':'A-1','reason':'key_limit','version':3}]}",
        HOLD,
        List.of(
            new Refusal.KeyLimit(50, List.of(new Refusal.TokenLimit.Versioned("A-1", 3))),
            new Refusal.AlreadyHeld("A-1", 3)));
  }

  @Test
  void extra_data_that_would_outgrow_its_bound_is_not_valid() {
    assertAnswer(
        400,
        invalid(
            "'extraData':['Object must have at most 16384 bytes of JSON, together with what is "
                + "there already: A-1, A-2']"),
        BOOK,
        List.of(
            new Refusal.ExtraDataTooLarge("A-1", 16_384),
            new Refusal.ExtraDataTooLarge("A-2", 16_384)));
  }

  @Test
  void a_booking_conflict_tells_what_the_token_has_already() {
    Refusal lost = new Refusal.NotHeldByToken("A-1", 3, false);
    assertAnswer(
        409,
        "{'error':'One or more seats are no longer held by this token','failed':["
            + "{'objectLabel':'A-1','reason':'not_held_by_token','version':3}]}",
        BOOK,
        List.of(lost));
    assertAnswer(
        409,
        "{'error':'One or more seats are no longer held by this token','failed':["
            + "{'objectLabel':'A-1','reason':'not_held_by_token','version':3},"
            + "{'objectLabel':'A-2','reason':'not_held_by_token','version':4}],"
            + "'bookedByThisToken':['A-2']}",
        BOOK,
        List.of(lost, new Refusal.NotHeldByToken("A-2", 4, true)));
  }

  @Test
  void a_browser_learns_nothing_from_a_refused_release() {
    List<Refusal> free = List.of(new Refusal.NotFoundOrFree("A-1", 2));
    List<Refusal> theirs = List.of(new Refusal.NotHeldByToken("A-1", 2, true));
    String start =
        "{'error':'One or more seats could not be released','failed':[{'objectLabel':'A-1',";
    assertAnswer(409, start + "'reason':'not_found_or_free','version':2}]}", RELEASE, free);
    assertAnswer(409, start + "'reason':'not_held_by_token','version':2}]}", RELEASE, theirs);
    String forbidden =
        "{'statusCode':403,'message':'API key is not allowed to perform this action'}";
    assertAnswer(403, forbidden, RELEASE_OWN, free);
    assertAnswer(403, forbidden, RELEASE_OWN, theirs);
  }

  private static String invalid(String errors) {
    return "{'statusCode':400,'message':'Validation failed','errors':{" + errors + "}}";
  }

  private static void assertAnswer(int status, String body, Asked asked, List<Refusal> reasons) {
    Answer answer = V1Answers.refused(reasons, asked);
    assertEquals(status, answer.status());
    Answer.Whole whole = (Answer.Whole) answer.content();
    assertEquals(body, new String(whole.bytes(), StandardCharsets.UTF_8).replace('"', '\''));
  }
}
