package dev.holdfast.http.seatsio;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.holdfast.domain.hold.HoldToken;
import dev.holdfast.domain.hold.TokenTerm;
import dev.holdfast.domain.port.HoldTokenPort.Standing;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Reservations;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.json.JsonContent;
import dev.holdfast.http.json.Timestamps;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tokens under which seats are held (section 19). */
final class HoldTokenEndpoints {
  /** What accounts begin with; the clients' own default. */
  private static final int DEFAULT_MINUTES = 15;

  private static final int MAX_MINUTES = (int) TokenTerm.MAX_LIFE.toMinutes();

  /** Characters of a token made here: 142 bits. */
  private static final int TOKEN_CHARACTERS = 24;

  private static final String ONE = "/hold-tokens/{holdToken}";

  private final Reservations reservations;
  private final IdSource ids;

  private HoldTokenEndpoints(Reservations reservations, IdSource ids) {
    this.reservations = reservations;
    this.ids = ids;
  }

  /** The routes over the tokens of these reservations. */
  static List<Route> routes(Reservations reservations, IdSource ids) {
    HoldTokenEndpoints endpoints = new HoldTokenEndpoints(reservations, ids);
    return List.of(
        SeatsioRoutes.post("/hold-tokens", endpoints::create),
        SeatsioRoutes.get(ONE, endpoints::find),
        SeatsioRoutes.post(ONE, endpoints::renew));
  }

  /** A token, and how it stands. */
  private record Told(HoldToken token, Standing standing) {}

  private Answer create(Call call) {
    Duration life = minutes(call, 1).orElse(Duration.ofMinutes(DEFAULT_MINUTES));
    HoldToken token = new HoldToken(ids.text(TOKEN_CHARACTERS));
    return call.change(
        () ->
            Outcome.accepted(
                new Told(token, reservations.tokens().open(call.workspace(), token, life))),
        outcome ->
            SeatsioAnswers.of(
                outcome, Names.of(call), made -> Answer.created(content(call, made))));
  }

  private Answer find(Call call) {
    return told(call).map(told -> Answer.ok(content(call, told))).orElseGet(() -> unknown(call));
  }

  /** With no time given it begins anew: as long as a new one. */
  private Answer renew(Call call) {
    Duration life = minutes(call, 0).orElse(Duration.ofMinutes(DEFAULT_MINUTES));
    return told(call).map(told -> renew(call, told.token(), life)).orElseGet(() -> unknown(call));
  }

  private Answer renew(Call call, HoldToken token, Duration life) {
    return call.<Standing>once(
        once ->
            reservations
                .tokens()
                .renew(call.workspace(), token, life, call.origin(StatusEndpoints.DIALECT), once),
        outcome ->
            SeatsioAnswers.of(
                outcome,
                Names.of(call),
                standing -> Answer.ok(content(call, new Told(token, standing)))));
  }

  private static Optional<Duration> minutes(Call call, int least) {
    BodyReader body = SeatsioBody.of(call);
    Optional<Integer> minutes = body.optionalInteger("expiresInMinutes", least, MAX_MINUTES);
    body.check();
    return minutes.map(Duration::ofMinutes);
  }

  /** The token that the path names, if there is one. */
  private Optional<Told> told(Call call) {
    return Optional.of(call.path("holdToken"))
        .filter(text -> text.length() <= HoldToken.MAX_LENGTH)
        .map(HoldToken::new)
        .flatMap(token ->
            reservations
                .tokens()
                .find(call.workspace(), token)
                .map(standing -> new Told(token, standing)));
  }

  private static Answer unknown(Call call) {
    return SeatsioAnswers.error(
        SeatsioCode.HOLD_TOKEN_NOT_FOUND,
        "Hold token not found in workspace " + call.opened().key());
  }

  private static JsonContent content(Call call, Told told) {
    return json -> write(json, told, call.opened().key());
  }

  private static void write(JsonGenerator json, Told told, String workspaceKey) throws IOException {
    Standing standing = told.standing();
    Duration left = Duration.between(standing.now(), standing.term().until());
    json.writeStartObject();
    json.writeStringField("holdToken", told.token().value());
    json.writeStringField("expiresAt", Timestamps.text(standing.term().until()));
    json.writeNumberField("expiresInSeconds", Math.max(0, left.toSeconds()));
    json.writeStringField("workspaceKey", workspaceKey);
    json.writeEndObject();
  }
}
