package dev.holdfast.app.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The bytes of one request, put together without making garbage. */
public final class RequestBytes {
  private static final int MOST = 4_096;
  private static final byte[] HEX = ascii("0123456789abcdef");
  private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
  private static final int NIBBLES = 16;

  private final ByteBuffer whole = ByteBuffer.allocateDirect(MOST);
  private final byte[] body = new byte[MOST];
  private final byte[] digits = new byte[20];
  private byte[] head = {};
  private int length;

  /** The bytes of a text that needs no coding. */
  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Begins a request with a body.
   *
   * @param upToLength all up to where the length of the body belongs
   */
  public RequestBytes begin(byte[] upToLength) {
    head = upToLength;
    length = 0;
    return this;
  }

  /** More of the body. */
  public RequestBytes put(byte[] bytes) {
    System.arraycopy(bytes, 0, body, length, bytes.length);
    length += bytes.length;
    return this;
  }

  /** A number in the body. */
  public RequestBytes number(int value) {
    int at = digits(value);
    System.arraycopy(digits, at, body, length, digits.length - at);
    length += digits.length - at;
    return this;
  }

  /** Sixteen digits in the body. */
  public RequestBytes hex(long value) {
    for (int nibble = NIBBLES - 1; nibble >= 0; nibble--) {
      body[length++] = HEX[(int) (value >>> (4 * nibble)) & 0xf];
    }
    return this;
  }

  /** Ends a request with a body. */
  public void end() {
    whole.clear().put(head);
    int at = digits(length);
    whole.put(digits, at, digits.length - at).put(END_OF_HEAD).put(body, 0, length).flip();
  }

  /** A request as it stands. */
  public void whole(byte[] request) {
    whole.clear().put(request).flip();
  }

  /** What is to be sent. */
  ByteBuffer bytes() {
    return whole;
  }

  /** Writes a number to the end of {@link #digits}; where it begins. */
  private int digits(int value) {
    int at = digits.length;
    int left = value;
    do {
      digits[--at] = (byte) ('0' + left % 10);
      left /= 10;
    } while (left > 0);
    return at;
  }
}
