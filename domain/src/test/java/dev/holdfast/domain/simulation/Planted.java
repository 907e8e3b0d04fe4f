package dev.holdfast.domain.simulation;

/** Bugs that some seed has to find. */
enum Planted implements Flaw {
  NOTHING;

  static Planted named(String name) {
    return valueOf(name.replace('-', '_').toUpperCase(java.util.Locale.ROOT));
  }
}
