package dev.holdfast.http.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.holdfast.domain.journal.JournalEntry;
import dev.holdfast.domain.journal.JournalKind;
import dev.holdfast.http.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class JournalJsonTest {
  @Test
  void a_server_is_told_everything_of_a_seat() {
    assertEquals(
        "{'seq':41,'type':'held','objectLabel':'A-1','status':'held','previousStatus':'free',"
            + "'holdToken':'secret-token','holdExpiresAt':'2026-11-21T20:20:12.300Z',"
            + "'categoryKey':'stalls','extraData':{'cart':7},'version':5,"
            + "'at':'2026-11-21T20:05:12.300Z','orderId':null,'dialect':'v1'}",
        text(Entries.entry(JournalKind.HELD, false), true));
  }

  @Test
  void a_browser_is_told_neither_token_nor_extra_data_nor_where_it_came_from() {
    assertEquals(
        "{'seq':41,'type':'held','objectLabel':'A-1','status':'held','previousStatus':'free',"
            + "'holdToken':null,'holdExpiresAt':'2026-11-21T20:20:12.300Z',"
            + "'categoryKey':'stalls','extraData':{},'version':5,"
            + "'at':'2026-11-21T20:05:12.300Z'}",
        text(Entries.entry(JournalKind.HELD, false), false));
  }

  @Test
  void places_of_an_area_are_counted() {
    assertEquals(
        "{'seq':41,'type':'expired','objectLabel':'ga','objectType':'generalAdmission',"
            + "'quantity':4,'status':'free','previousStatus':'held','holdToken':'secret-token',"
            + "'holdExpiresAt':null,'categoryKey':'stalls','extraData':{'cart':7},'version':5,"
            + "'at':'2026-11-21T20:05:12.300Z','orderId':null,'dialect':'holdfast'}",
        text(Entries.entry(JournalKind.EXPIRED, true), true));
  }

  @Test
  void what_an_entry_lacks_is_null() {
    assertEquals(
        "{'seq':41,'type':'booked','objectLabel':'A-1','status':'booked','previousStatus':'held',"
            + "'holdToken':null,'holdExpiresAt':null,'categoryKey':null,'extraData':{},"
            + "'version':5,'at':'2026-11-21T20:05:12.300Z','orderId':'o-771','dialect':'tmt'}",
        text(Entries.bare(Entries.entry(JournalKind.BOOKED, false)), true));
  }

  @ParameterizedTest
  @CsvSource({
    "HELD, free, held",
    "EXTENDED, held, held",
    "BOOKED, held, booked",
    "RELEASED, booked, free",
    "EXPIRED, held, free"
  })
  void what_happened_says_what_was_and_what_is(JournalKind kind, String before, String after) {
    String json = text(Entries.entry(kind, false), true);
    String expected =
        "'type':'"
            + kind.word()
            + "','objectLabel':'A-1','status':'"
            + after
            + "','previousStatus':'"
            + before
            + "'";
    assertEquals(expected, json.substring(json.indexOf("'type'"), json.indexOf(",'holdToken'")));
  }

  @ParameterizedTest
  @EnumSource(JournalKind.class)
  void no_secret_is_in_what_a_browser_reads_of_the_stream(JournalKind kind) {
    StreamEntry entry = StreamEntry.RENDERING.of(Entries.entry(kind, true));
    String open = new String(entry.forReader(false), StandardCharsets.UTF_8);
    for (String secret : List.of("secret-token", "cart", "dialect", "orderId", "192.0.2.1")) {
      assertFalse(open.contains(secret), open);
    }
  }

  @Test
  void an_event_of_the_stream_has_the_number_and_the_kind_of_its_entry() {
    JournalEntry entry = Entries.entry(JournalKind.BOOKED, false);
    StreamEntry rendered = StreamEntry.RENDERING.of(entry);
    String start = "id: 41\nevent: booked\ndata: ";

    assertEquals(
        start + json(entry, true) + "\n\n",
        new String(rendered.forReader(true), StandardCharsets.UTF_8));
    assertEquals(
        start + json(entry, false) + "\n\n",
        new String(rendered.forReader(false), StandardCharsets.UTF_8));
    assertEquals(
        rendered.forReader(true).length + rendered.forReader(false).length,
        StreamEntry.RENDERING.weight(rendered));
  }

  private static String text(JournalEntry entry, boolean secrets) {
    return json(entry, secrets).replace('"', '\'');
  }

  private static String json(JournalEntry entry, boolean secrets) {
    return Json.text(json -> JournalJson.entry(json, entry, secrets));
  }
}
