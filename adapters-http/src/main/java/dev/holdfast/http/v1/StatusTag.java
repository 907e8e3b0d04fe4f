package dev.holdfast.http.v1;

import dev.holdfast.domain.event.EventId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The entity tag of a status: the number of the last entry it knows, how many objects it shows,
 * since a hold lapses some time before there is an entry of it, and for whom it was written,
 * because browsers are shown less. Weak, since it says nothing about the coding on the way.
 */
final class StatusTag {
  private static final Pattern TAG =
      Pattern.compile("\\s*(?:W/)?\"([so][0-9]{1,19})-([0-9]{1,18})-([0-9]{1,9})\"\\s*");

  private final String reader;

  /**
   * Tags for one kind of reader.
   *
   * @param event told apart from another that has had its key
   * @param secrets whether the reader may see tokens and extra data
   */
  StatusTag(EventId event, boolean secrets) {
    this.reader = (secrets ? "s" : "o") + event.value();
  }

  /**
   * What a tag says.
   *
   * @param seq the number of the last entry
   * @param shown objects shown
   */
  record Known(long seq, int shown) {}

  String of(long seq, int shown) {
    return "W/\"" + reader + "-" + seq + "-" + shown + "\"";
  }

  /**
   * The first tag of {@code If-None-Match} that is one of these readers'.
   *
   * @param header as sent; tags that are not ours are passed over
   */
  Optional<Known> known(String header) {
    for (String each : header.split(",", -1)) {
      Matcher tag = TAG.matcher(each);
      if (tag.matches() && tag.group(1).equals(reader)) {
        return Optional.of(new Known(Long.parseLong(tag.group(2)), Integer.parseInt(tag.group(3))));
      }
    }
    return Optional.empty();
  }
}
