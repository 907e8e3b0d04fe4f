package dev.holdfast.http.seatsio.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stands how in an event (section 22): object by object, and in numbers. Everything is written
 * as it comes.
 */
public final class EventReport {
  /** What details are grouped by. */
  public static final Set<Dimension> DETAILS =
      Set.of(
          Dimension.STATUS,
          Dimension.OBJECT_TYPE,
          Dimension.CATEGORY_LABEL,
          Dimension.CATEGORY_KEY,
          Dimension.LABEL,
          Dimension.ORDER_ID,
          Dimension.SECTION,
          Dimension.ZONE,
          Dimension.AVAILABILITY,
          Dimension.AVAILABILITY_REASON,
          Dimension.CHANNEL);

  /** What summaries are grouped by. */
  public static final Set<Dimension> SUMMARIES =
      Set.of(
          Dimension.STATUS,
          Dimension.OBJECT_TYPE,
          Dimension.CATEGORY_LABEL,
          Dimension.CATEGORY_KEY,
          Dimension.SECTION,
          Dimension.ZONE,
          Dimension.AVAILABILITY,
          Dimension.AVAILABILITY_REASON,
          Dimension.CHANNEL);

  /** What an item of a summary tells of, unless it is its own or outside of it. */
  private static final List<Dimension> COUNTED =
      List.of(
          Dimension.STATUS,
          Dimension.CATEGORY_KEY,
          Dimension.CATEGORY_LABEL,
          Dimension.SECTION,
          Dimension.AVAILABILITY,
          Dimension.AVAILABILITY_REASON,
          Dimension.SELECTABILITY,
          Dimension.CHANNEL,
          Dimension.OBJECT_TYPE,
          Dimension.ZONE);

  private final List<ObjectInfo> objects;
  private final Offer offer;

  /**
   * A report.
   *
   * @param objects of this offer, in the order in which they were drawn
   */
  EventReport(List<ObjectInfo> objects, Offer offer) {
    this.objects = objects;
    this.offer = offer;
  }

  /** Every object, in the order of labels. */
  public void writeFlat(JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (ObjectInfo each : byLabel()) {
      ObjectInfoJson.write(json, each);
    }
    json.writeEndArray();
  }

  /** The same as a table. */
  public void writeCsv(Writer out) throws IOException {
    ObjectInfoCsv.write(out, byLabel());
  }

  private List<ObjectInfo> byLabel() {
    List<ObjectInfo> sorted = new ArrayList<>(objects);
    sorted.sort(Comparator.comparing(ObjectInfo::label, NaturalOrder.BY_LABEL));
    return sorted;
  }

  /**
   * Objects by group, in each group as they were drawn.
   *
   * @param by one of {@link #DETAILS}
   */
  public void writeDetail(JsonGenerator json, Dimension by) throws IOException {
    List<String> always = by == Dimension.OBJECT_TYPE ? Standards.OBJECT_TYPES : List.of();
    new Groups<>(objects, by::groupOf, always).write(json, ObjectInfoJson::write);
  }

  /**
   * The objects of one group; none where there is no such group.
   *
   * @param by one of {@link #DETAILS}
   */
  public void writeGroup(JsonGenerator json, Dimension by, String group) throws IOException {
    Groups.writeOne(json, objects, by::groupOf, group, ObjectInfoJson::write);
  }

  /**
   * In numbers: a seat, a booth and a table sold as a whole count one, an area its places, each as
   * it stands.
   *
   * @param by one of {@link #SUMMARIES}
   * @param deep whether each number is divided once more
   */
  public void writeSummary(JsonGenerator json, Dimension by, boolean deep) throws IOException {
    Tally tally = new Tally(COUNTED);
    for (ObjectInfo each : objects) {
      switch (each.stand()) {
        case Stand.Single single -> count(tally, each, single.status(), each.isAvailable(), 1);
        case Stand.Places places -> count(tally, each, places);
      }
    }
    tally.write(json, by, always(by), deep);
  }

  private static void count(Tally tally, ObjectInfo info, Stand.Places places) {
    int free = places.numFree();
    int available = Math.max(0, free - places.notForSale());
    count(tally, info, Status.FREE, true, available);
    count(tally, info, Status.FREE, false, free - available);
    count(tally, info, Status.HELD, false, places.numHeld());
    for (Map.Entry<String, Integer> taken : places.taken().entrySet()) {
      count(tally, info, taken.getKey(), false, taken.getValue());
    }
  }

  private static void count(
      Tally tally, ObjectInfo info, String status, boolean available, int count) {
    List<String> kind = new ArrayList<>(COUNTED.size());
    for (Dimension dimension : COUNTED) {
      kind.add(
          switch (dimension) {
            case STATUS -> status;
            case AVAILABILITY -> Dimension.availability(available);
            case SELECTABILITY -> Dimension.selectability(available);
            case AVAILABILITY_REASON -> ObjectInfo.reason(status, available);
            case CHANNEL,
                CATEGORY_KEY,
                CATEGORY_LABEL,
                SECTION,
                OBJECT_TYPE,
                ZONE,
                LABEL,
                ORDER_ID ->
                dimension.groupOf(info);
          });
    }
    tally.add(kind, count);
  }

  private List<String> always(Dimension by) {
    return switch (by) {
      case AVAILABILITY -> List.of(ObjectInfo.AVAILABLE, Dimension.NOT_AVAILABLE);
      case AVAILABILITY_REASON -> Standards.REASONS;
      case CHANNEL ->
          Stream.concat(offer.channels().stream(), Stream.of(Dimension.NO_CHANNEL)).toList();
      case STATUS -> List.of();
      case CATEGORY_KEY, CATEGORY_LABEL, OBJECT_TYPE, ZONE, SECTION ->
          Standards.ofChart(by, offer.venue(), offer.categories());
      case SELECTABILITY, LABEL, ORDER_ID ->
          throw new IllegalArgumentException("there is no summary " + by.word());
    };
  }
}
