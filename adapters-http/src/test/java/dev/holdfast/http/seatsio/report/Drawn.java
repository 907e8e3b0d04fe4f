package dev.holdfast.http.seatsio.report;

import dev.holdfast.domain.chart.Spot;
import dev.holdfast.domain.chart.Spot.Floor;
import dev.holdfast.domain.chart.Spot.Kind;
import dev.holdfast.domain.chart.Spot.Naming;
import dev.holdfast.domain.chart.Spot.ParentKind;
import dev.holdfast.domain.chart.Spot.Size;
import dev.holdfast.domain.chart.Spot.Standing;
import dev.holdfast.domain.chart.Spot.Trait;
import dev.holdfast.domain.chart.Venue;
import dev.holdfast.domain.chart.Venue.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A venue as it is drawn for a test. What is drawn next stands where the pencil was put last. */
final class Drawn {
  private final Map<String, Spot> spots = new LinkedHashMap<>();
  private final List<Zone> zones = new ArrayList<>();
  private @Nullable String section;
  private @Nullable String entrance;
  private @Nullable String zone;
  private @Nullable Floor floor;
  private @Nullable Double distance;
  private @Nullable String category;
  private Set<Trait> traits = Set.of();

  Drawn in(@Nullable String nextCategory) {
    category = nextCategory;
    return this;
  }

  Drawn section(@Nullable String label, @Nullable String by, @Nullable String inZone) {
    section = label;
    entrance = by;
    zone = inZone;
    return this;
  }

  Drawn floor(String name, @Nullable String displayName) {
    floor = new Floor(name, displayName);
    return this;
  }

  Drawn distance(double next) {
    distance = next;
    return this;
  }

  Drawn traits(Trait... next) {
    traits = Set.of(next);
    return this;
  }

  Drawn zone(String key) {
    zones.add(new Zone(key, key + " itself"));
    return this;
  }

  /** A row of seats from 1. */
  Drawn row(String row, int seats) {
    for (int seat = 1; seat <= seats; seat++) {
      String left = seat == 1 ? null : full(row + "-" + (seat - 1));
      String right = seat == seats ? null : full(row + "-" + (seat + 1));
      put(row + "-" + seat, Kind.SEAT, parted(seat, row, ParentKind.ROW), left, right, Size.ONE);
    }
    return this;
  }

  /** A round table and its seats from 1. */
  Drawn table(String table, int seats, boolean asAWhole) {
    for (int seat = 1; seat <= seats; seat++) {
      put(
          table + "-" + seat,
          Kind.SEAT,
          parted(seat, table, ParentKind.TABLE),
          null,
          null,
          Size.ONE);
    }
    Size size = new Size(1, seats, asAWhole, false, 1);
    return put(table, Kind.TABLE, alone(table), null, null, size);
  }

  Drawn booth(String booth) {
    return put(booth, Kind.BOOTH, alone(booth), null, null, Size.ONE);
  }

  Drawn area(String area, int capacity) {
    return area(area, new Size(capacity, 0, false, false, 1));
  }

  Drawn area(String area, Size size) {
    return put(area, Kind.AREA, alone(area), null, null, size);
  }

  /** One that shows other names than it has. */
  Drawn renamed(String label, String displayed, String parentDisplayed, String sectionDisplayed) {
    Spot spot = Objects.requireNonNull(spots.get(label));
    Naming was = spot.naming();
    Naming naming =
        new Naming(
            was.own(),
            displayed,
            was.parent(),
            parentDisplayed,
            was.parentKind(),
            was.section(),
            sectionDisplayed);
    spots.put(
        label,
        new Spot(
            label,
            spot.kind(),
            naming,
            spot.standing(),
            spot.category(),
            spot.traits(),
            spot.size()));
    return this;
  }

  private Naming parted(int seat, String parent, ParentKind kind) {
    return new Naming(Integer.toString(seat), null, parent, null, kind, section, null);
  }

  private Naming alone(String own) {
    return new Naming(own, null, null, null, null, section, null);
  }

  private String full(String label) {
    return section == null ? label : section + "-" + label;
  }

  private Drawn put(
      String label,
      Kind kind,
      Naming naming,
      @Nullable String left,
      @Nullable String right,
      Size size) {
    Standing standing = new Standing(0, 0, zone, floor, entrance, distance, left, right);
    Spot spot = new Spot(full(label), kind, naming, standing, category, traits, size);
    spots.put(spot.label(), spot);
    return this;
  }

  Venue venue() {
    return new Venue(spots, zones);
  }
}
