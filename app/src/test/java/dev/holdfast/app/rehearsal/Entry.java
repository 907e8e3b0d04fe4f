package dev.holdfast.app.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An object that is not free, as the status tells, or a change of one, as the journal does.
 *
 * @param seq number of the change; 0 in a status
 * @param type what happened, or how it stands
 * @param token nothing where it is not told
 * @param order the order that a buyer wrote into its extra data, or nothing
 */
record Entry(
    long seq,
    String type,
    String label,
    String token,
    String order,
    int places,
    boolean area,
    String previous) {
  /** An object of {@code GET /status}. */
  static Entry ofStatus(JsonNode object) {
    return of(0, object.path("status").asText(), object);
  }

  /** An item of {@code GET /changes}. */
  static Entry ofChange(JsonNode item) {
    return of(item.path("seq").asLong(), item.path("type").asText(), item);
  }

  private static Entry of(long seq, String type, JsonNode node) {
    return new Entry(
        seq,
        type,
        node.path("objectLabel").asText(),
        node.path("holdToken").asText(""),
        node.path("extraData").path("orderId").asText(""),
        node.path("quantity").asInt(1),
        node.path("objectType").asText().equals("generalAdmission"),
        node.path("previousStatus").asText(""));
  }

  boolean is(String word) {
    return type.equals(word);
  }
}
