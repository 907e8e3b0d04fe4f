package dev.holdfast.domain.port;

import dev.holdfast.domain.workspace.WorkspaceId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Sends to addresses that strangers chose. */
public interface WebhookSenderPort {
  /** How long connecting may take. */
  Duration CONNECT = Duration.ofSeconds(10);

  /** How long an attempt may take in all, whatever the receiver does (v1, section 11). */
  Duration TOTAL = Duration.ofSeconds(30);

  /**
   * Why a URL cannot be a webhook's, in words for its owner; empty when it can. A name that is not
   * known now may be known later and is no problem.
   *
   * @param owner who asks: what an owner's names cost is taken from that owner's share
   */
  Optional<String> problemWith(WorkspaceId owner, String url);

  /**
   * Posts a body. The address connected to is checked at every attempt; redirects are not followed;
   * what the receiver answers beyond its status is not kept.
   *
   * @param owner for whom: what an owner's names cost is taken from that owner's share
   * @param headers beside those that HTTP needs
   */
  Sent send(WorkspaceId owner, String url, Map<String, String> headers, byte[] body);

  /** What came of it. */
  sealed interface Sent {
    /** The receiver answered. */
    record Answered(int status) implements Sent {}

    /**
     * It did not: unknown name, forbidden address, refused, broken off, or too slow.
     *
     * @param why in a few words
     */
    record NotAnswered(String why) implements Sent {}

    /** Nothing was begun for want of room on this side: it says nothing about the receiver. */
    record NotBegun() implements Sent {}
  }
}
