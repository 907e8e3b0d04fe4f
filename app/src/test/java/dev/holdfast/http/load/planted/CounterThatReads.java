package dev.holdfast.http.load.planted;

import com.fasterxml.jackson.databind.JsonNode;

/** Planted: who counts requests does not look into them. */
public final class CounterThatReads {
  private CounterThatReads() {}

  static int weight(JsonNode body) {
    return body.size();
  }
}
