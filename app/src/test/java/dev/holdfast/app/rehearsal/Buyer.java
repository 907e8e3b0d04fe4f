package dev.holdfast.app.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.app.v1.Json;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** One buyer, from his first look until he has booked or is gone. */
final class Buyer implements Runnable {
  /** So often he picks others when somebody was faster. */
  private static final int MOST_PICKS = 5;

  /** Choosing takes this part of a time to think. */
  private static final int CHOOSING = 4;

  private static final Set<String> CAPS = Set.of("token_limit", "key_limit");

  private final Scene scene;
  private final Asking asking;
  private final SplittableRandom dice;
  private final Plan plan;
  private final long due;
  private final String token;
  private final String order;
  private final Set<String> lost = new HashSet<>();
  private String tag = "";

  /**
   * A buyer.
   *
   * @param number from 0; it and the seed make his choices
   * @param due when he comes
   */
  Buyer(Scene scene, int number, long due) {
    this.scene = scene;
    this.asking = new Asking(scene);
    this.dice = new SplittableRandom(scene.options().seed() ^ ((number + 1) * 0x9E3779B97F4A7C15L));
    this.plan = Plan.of(scene.options(), dice);
    this.due = due;
    this.token = scene.books().token(number);
    this.order = scene.books().order(number);
  }

  @Override
  public void run() {
    scene.board().came(due, scene.now());
    Optional<Picture> seen = look(due);
    for (int pick = 0; pick < MOST_PICKS && seen.isPresent(); pick++) {
      Optional<Wish> wish =
          new Choice(scene.hall(), seen.get(), lost, dice.split()).of(plan.seats());
      if (wish.isEmpty()) {
        scene.board().count(Mark.NOTHING_LEFT, due, 1);
        return;
      }
      long ready = scene.now() + scene.options().think().nanos(dice) / CHOOSING;
      if (!scene.await(ready)) {
        return;
      }
      Reply reply = asking.once(Act.HOLD, ready, () -> scene.api().hold(wish.get(), token));
      if (reply.status() == 200) {
        checkOut(wish.get(), ready);
        return;
      }
      if (!elsewhere(reply, ready)) {
        break;
      }
      seen = look(scene.now());
    }
    scene.board().count(Mark.GAVE_UP, scene.now(), 1);
  }

  private Optional<Picture> look(long when) {
    Reply reply = asking.once(Act.LOOK, when, () -> scene.api().status(tag));
    try {
      if (reply.status() == 304) {
        return Optional.of(scene.pictures().latest());
      }
      if (reply.status() == 200) {
        tag = reply.tag();
        return Optional.of(scene.pictures().of(reply));
      }
    } catch (IOException e) {
      scene.board().count(Mark.LOST, when, 1);
    }
    return Optional.empty();
  }

  /** Whether somebody was faster, so that there is something else to pick. */
  private boolean elsewhere(Reply reply, long when) {
    if (reply.status() != 409) {
      return false;
    }
    JsonNode failed = reply.json().path("failed");
    if (Json.texts(failed, "reason").stream().anyMatch(CAPS::contains)) {
      scene.board().count(Mark.CAPPED, when, 1);
      return false;
    }
    lost.addAll(Json.texts(failed, "objectLabel"));
    scene.board().count(Mark.CONFLICT, when, 1);
    return true;
  }

  private void checkOut(Wish wish, long when) {
    long held = scene.now();
    scene.board().count(Mark.HELD, when, 1);
    scene.board().count(Mark.SEATS_HELD, when, wish.places());
    if (plan.extend()) {
      long half = held + plan.think() / 2;
      if (!scene.await(half)) {
        return;
      }
      asking.once(Act.EXTEND, half, () -> scene.api().extend(token));
    }
    long pay = held + plan.think();
    if (!scene.await(pay)) {
      return;
    }
    switch (plan.end()) {
      case PAYS -> book(wish, pay);
      case RELEASES -> asking.once(Act.RELEASE, pay, () -> scene.api().release(wish, token));
      case LEAVES -> {}
    }
  }

  private void book(Wish wish, long pay) {
    Books books = scene.books();
    books.asked(new Books.Order(order, token, wish));
    Asking.Last last = asking.again(Act.BOOK, pay, () -> scene.api().book(wish, token, order));
    Reply reply = last.reply();
    if (reply.status() == 200) {
      JsonNode booked = reply.json().path("booked");
      List<String> labels = Json.texts(booked, "objectLabel");
      int places = Json.stream(booked).mapToInt(object -> object.path("quantity").asInt(1)).sum();
      books.acknowledged(new Books.Receipt(order, labels, places));
      scene.board().count(Mark.BOOKED, pay, 1);
      scene.board().count(Mark.SEATS_BOOKED, pay, wish.places());
      return;
    }
    if (last.sure()) {
      books.refused(order);
    }
    if (reply.status() == 409 && last.sure()) {
      books.broken(order + " held " + wish.labels() + " and could not book: " + reply.shortly());
    }
    scene.board().count(Mark.GAVE_UP, pay, 1);
  }
}
