package dev.holdfast.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.junit.jupiter.api.Test;

final class HeadBuffersTest {
  private final HeadBuffers buffers = new HeadBuffers();

  private RetainableByteBuffer.Mutable head() {
    return buffers.acquire(HeadBuffers.BYTES, true);
  }

  @Test
  void one_that_was_given_back_is_given_out_again_empty() {
    RetainableByteBuffer.Mutable first = head();
    ByteBuffer bytes = first.getByteBuffer();
    first.append(ByteBuffer.wrap("somebody's".getBytes(StandardCharsets.US_ASCII)));
    assertTrue(first.release());
    RetainableByteBuffer.Mutable second = head();
    assertSame(bytes, second.getByteBuffer());
    assertEquals(0, second.remaining());
    assertEquals(HeadBuffers.BYTES, second.capacity());
    assertTrue(second.isDirect());
  }

  @Test
  void two_who_need_one_at_the_same_time_have_two() {
    assertNotSame(head().getByteBuffer(), head().getByteBuffer());
  }

  @Test
  void one_is_given_back_when_nobody_needs_any_part_of_it() {
    RetainableByteBuffer.Mutable first = head();
    ByteBuffer bytes = first.getByteBuffer();
    first.append(ByteBuffer.wrap("body".getBytes(StandardCharsets.US_ASCII)));
    RetainableByteBuffer part = first.slice();
    first.release();
    assertNotSame(bytes, head().getByteBuffer());
    part.release();
    assertSame(bytes, head().getByteBuffer());
  }

  @Test
  void other_sizes_are_had_from_elsewhere() {
    RetainableByteBuffer.Mutable large = buffers.acquire(4 * HeadBuffers.BYTES, true);
    assertTrue(large.capacity() >= 4 * HeadBuffers.BYTES);
    large.release();
    RetainableByteBuffer.Mutable heap = buffers.acquire(HeadBuffers.BYTES, false);
    assertTrue(!heap.isDirect());
    heap.release();
    assertEquals(HeadBuffers.BYTES, head().capacity());
  }
}
