package dev.holdfast.domain.contract;

import java.util.List;

/** Labels that broke somebody's seat locks, or would. */
final class SeatLockLabels {
  private SeatLockLabels() {}

  static final List<String> ODD =
      List.of(
          "A-1-3",
          "A-1",
          "A",
          "A ",
          " A",
          "A  1",
          "a-1",
          "A:1",
          "A:1:",
          ":A:1",
          "{A}",
          "}A{",
          "{7}:A",
          "}:A-1",
          "{",
          "}",
          "{}",
          "*",
          "?",
          "[A]",
          "\\",
          "\\x41",
          "A%2D1",
          "%",
          "%s",
          "'",
          "\"",
          "''",
          "A\n1",
          "A\r\n1",
          "A\t1",
          "A\u00001",
          "$1",
          "nil",
          "false",
          "0",
          "00",
          "1e0",
          "Reihe 7 Sitz \u00e4",
          "Reihe 7 Sitz a\u0308",
          "\u7b2c3\u5217 12\u756a",
          "\u05e9\u05d5\u05e8\u05d4 4",
          "\u0635\u0641 \u0664",
          "\ud83c\udfad",
          "\ud83c\udfad\ufe0f",
          "\ud83d\udc69\u200d\ud83e\uddbd",
          "\u200b",
          "\ufeff",
          "\uffff",
          "",
          "x".repeat(1000));
}
