package dev.holdfast.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.GateUnavailable;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisDataException;

/** What is made of what a server says of a command that it refuses. */
final class RedisTroubleWordsTest {
  private static GateUnavailable said(String message) {
    return RedisTrouble.of(new JedisDataException(message));
  }

  /** As servers before 7.0 answer a SET that is told NX and GET at once. */
  @Test
  void a_server_that_is_too_old_for_a_command_is_told_from_one_in_trouble() {
    assertTrue(RedisTrouble.isNotUnderstood(said("ERR syntax error")));
    assertFalse(RedisTrouble.isNotUnderstood(said("ERR max number of clients reached")));
    assertFalse(RedisTrouble.isNotUnderstood(said("LOADING Redis is loading the dataset")));
  }

  @Test
  void no_more_than_the_code_of_an_error_is_repeated() {
    assertEquals(
        "the lock server says ERR", said("ERR unknown command 'AUTH' 'secret'").getMessage());
    assertEquals("the lock server says WRONGPASS", said("WRONGPASS secret").getMessage());
  }
}
