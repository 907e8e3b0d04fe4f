package dev.holdfast.http.seatsio.report;

import java.util.Comparator;

/**
 * Labels as people put them in order: digits that stand together are a number, so A-2 comes before
 * All else is compared character by character, and no two labels are equal that are not the
 * same.
 */
final class NaturalOrder implements Comparator<String> {
  static final NaturalOrder BY_LABEL = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
        int endOne = endOfNumber(one, i);
        int endOther = endOfNumber(other, j);
        int numbers = compareNumbers(one, i, endOne, other, j, endOther);
        if (numbers != 0) {
          return numbers;
        }
        i = endOne;
        j = endOther;
      } else if (one.charAt(i) != other.charAt(j)) {
        return Character.compare(one.charAt(i), other.charAt(j));
      } else {
        i++;
        j++;
      }
    }
    int rest = Integer.compare(one.length() - i, other.length() - j);
    return rest != 0 ? rest : one.compareTo(other);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Of any length: without leading zeros the longer number is the larger. */
  private static int compareNumbers(
      String one, int from, int end, String other, int otherFrom, int otherEnd) {
    int i = afterZeros(one, from, end);
    int j = afterZeros(other, otherFrom, otherEnd);
    int difference = Integer.compare(end - i, otherEnd - j);
    while (difference == 0 && i < end) {
      difference = Character.compare(one.charAt(i++), other.charAt(j++));
    }
    return difference;
  }

  private static int afterZeros(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == '0') {
      at++;
    }
    return at;
  }
}
