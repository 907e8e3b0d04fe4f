package dev.holdfast.http;

import dev.holdfast.domain.catalog.Workspaces;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.CompanyKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.Workspace;
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

  /** The same of a company's own key. */
  private static final Pattern COMPANY_KEY = Pattern.compile("adm_[A-Za-z0-9]{24,128}");

  private final Workspaces workspaces;
  private final Optional<KeyHash> adminKey;
  private final Optional<KeyHash> systemSecret;
  private final Optional<WorkspaceId> open;

  /** A check of the keys of these workspaces, and of those that the settings name. */
  KeyCheck(Workspaces workspaces, HttpSettings settings) {
    this.workspaces = workspaces;
    this.adminKey = Optional.ofNullable(settings.adminKey()).map(KeyHash::of);
    this.systemSecret = settings.seatsio().systemSecret().map(KeyHash::of);
    this.open = settings.tmt().open();
  }

  /**
   * The caller's secret key, or one of no number where none is sent and none is needed.
   *
   * @param sent {@code X-Api-Key}
   * @throws Rejection when there is none and one is needed, or none that may
   */
  ApiKey secretUnlessOpen(@Nullable String sent) {
    Optional<Workspace> opened = sent == null ? open.flatMap(workspaces::find) : Optional.empty();
    return opened.isPresent() && opened.get().active()
        ? new ApiKey(0, KeyKind.SECRET, opened.get(), "", Instant.EPOCH)
        : workspaceKey(Access.SECRET, sent);
  }

  /**
   * The caller's key.
   *
   * @param sent {@code X-Api-Key}
   * @throws Rejection when there is none, or none that may
   */
  ApiKey workspaceKey(Access access, @Nullable String sent) {
    return usable(access, known(sent));
  }

  private ApiKey known(@Nullable String sent) {
    if (sent == null) {
      throw new Rejection(Envelope.keyMissing());
    }
    if (!KEY.matcher(sent).matches()) {
      throw new Rejection(Envelope.keyInvalid());
    }
    return workspaces.authenticate(sent).orElseThrow(() -> new Rejection(Envelope.keyInvalid()));
  }

  private static ApiKey usable(Access access, ApiKey key) {
    if (!access.admits(key.kind())) {
      throw new Rejection(Envelope.forbidden());
    }
    if (!key.opens().active()) {
      throw new Rejection(Envelope.closed());
    }
    return key;
  }

  /**
   * The key that is the user of HTTP Basic, as it works in the workspace that it opens.
   *
   * @param user as {@link BasicUser} reads it
   * @param workspaceKey {@code X-Workspace-Key}; null: a company's key works in the default one
   * @throws Rejection when there is no user, or none that may; 404 when its company has no such
   *     workspace
   */
  ApiKey basic(Access access, Optional<String> user, @Nullable String workspaceKey) {
    String sent = user.orElseThrow(() -> new Rejection(Envelope.keyMissing()));
    if (!COMPANY_KEY.matcher(sent).matches()) {
      return unlessElsewhere(workspaceKey(access, sent), workspaceKey);
    }
    CompanyKey key =
        workspaces
            .authenticateCompany(sent)
            .orElseThrow(() -> new Rejection(Envelope.keyInvalid()));
    // A company's own things are those of no workspace.
    return usable(
        access,
        key.in(workspace(key.company(), access == Access.BASIC_COMPANY ? null : workspaceKey)));
  }

  /** A workspace's key opens no other, and does not tell whether there is one of the name. */
  private ApiKey unlessElsewhere(ApiKey key, @Nullable String workspaceKey) {
    if (workspaceKey != null
        && !workspace(key.opens().company(), workspaceKey).id().equals(key.workspace())) {
      throw new Rejection(Envelope.noWorkspace());
    }
    return key;
  }

  private Workspace workspace(CompanyId company, @Nullable String key) {
    return workspaces
        .ofCompany(company, Optional.ofNullable(key))
        .orElseThrow(() -> new Rejection(Envelope.noWorkspace()));
  }

  /**
   * Lets in whoever knows the system secret; compared like the operator's key.
   *
   * @throws Rejection when it is another; 404 when there is none
   */
  void system(Optional<String> user) {
    KeyHash expected = systemSecret.orElseThrow(() -> new Rejection(Envelope.notFound()));
    if (user.isEmpty()) {
      throw new Rejection(Envelope.keyMissing());
    }
    if (!expected.equals(KeyHash.of(user.get()))) {
      throw new Rejection(Envelope.keyInvalid());
    }
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
