package dev.holdfast.http;

import dev.holdfast.domain.catalog.Workspaces;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.WorkspaceId;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Envelope;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets in who may use a route. */
final class KeyCheck {
  /** What a key looks like; anything else is not worth a question to the store. */
  private static final Pattern KEY = Pattern.compile("(pk|sk)_(live|test)_[A-Za-z0-9]{24,128}");

  private final Workspaces workspaces;
  private final Optional<KeyHash> adminKey;
  private final Optional<WorkspaceId> open;

  /**
   * A check.
   *
   * @param open the workspace that some routes serve without a key
   */
  KeyCheck(Workspaces workspaces, @Nullable String adminKey, Optional<WorkspaceId> open) {
    this.workspaces = workspaces;
    this.adminKey = Optional.ofNullable(adminKey).map(KeyHash::of);
    this.open = open;
  }

  /**
   * The caller's secret key, or one of no number where none is sent and none is needed.
   *
   * @param sent {@code X-Api-Key}
   * @throws Rejection when there is none and one is needed, or none that may
   */
  ApiKey secretUnlessOpen(@Nullable String sent) {
    return sent == null && open.isPresent()
        ? new ApiKey(0, KeyKind.SECRET, open.get(), false, "", Instant.EPOCH)
        : workspaceKey(Access.SECRET, sent);
  }

  /**
   * The caller's key.
   *
   * @param sent {@code X-Api-Key}
   * @throws Rejection when there is none, or none that may
   */
  ApiKey workspaceKey(Access access, @Nullable String sent) {
    if (sent == null) {
      throw new Rejection(Envelope.keyMissing());
    }
    if (!KEY.matcher(sent).matches()) {
      throw new Rejection(Envelope.keyInvalid());
    }
    ApiKey key =
        workspaces.authenticate(sent).orElseThrow(() -> new Rejection(Envelope.keyInvalid()));
    if (!access.admits(key.kind())) {
      throw new Rejection(Envelope.forbidden());
    }
    return key;
  }

  /**
   * Lets the operator in. Hashes are compared, in constant time, so that neither the key's length
   * nor its beginning can be measured.
   *
   * @param sent {@code X-Admin-Key}
   * @throws Rejection when there is no admin key, or another
   */
  void operator(@Nullable String sent) {
    KeyHash expected = adminKey.orElseThrow(() -> new Rejection(Envelope.notFound()));
    if (sent == null) {
      throw new Rejection(Envelope.adminKeyMissing());
    }
    if (!expected.equals(KeyHash.of(sent))) {
      throw new Rejection(Envelope.adminKeyInvalid());
    }
  }
}
