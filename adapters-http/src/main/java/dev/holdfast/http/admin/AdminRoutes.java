package dev.holdfast.http.admin;

import dev.holdfast.domain.catalog.Workspaces;
import dev.holdfast.domain.port.Page;
import dev.holdfast.domain.refusal.Outcome;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.http.json.BodyReader;
import dev.holdfast.http.route.Access;
import dev.holdfast.http.route.Answer;
import dev.holdfast.http.route.Call;
import dev.holdfast.http.route.Envelope;
import dev.holdfast.http.route.PageQuery;
import dev.holdfast.http.route.Route;
import dev.holdfast.http.route.Route.BodyKind;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operator's routes. */
public final class AdminRoutes {
  /** Keys are numbered by the store; the outside sees a name, so that numbers may go one day. */
  private static final Pattern KEY_ID = Pattern.compile("key_([0-9]{1,18})");

  private final Workspaces workspaces;

  private AdminRoutes(Workspaces workspaces) {
    this.workspaces = workspaces;
  }

  /** The routes over these workspaces. */
  public static List<Route> of(Workspaces workspaces) {
    AdminRoutes admin = new AdminRoutes(workspaces);
    String all = "/admin/workspaces";
    String keys = all + "/{workspaceKey}/keys";
    return List.of(
        Route.get(all, Access.ADMIN, admin::list),
        Route.post(all, Access.ADMIN, BodyKind.ORDINARY, admin::open),
        Route.post(keys, Access.ADMIN, BodyKind.ORDINARY, admin::addKey),
        Route.delete(keys + "/{keyId}", Access.ADMIN, admin::revokeKey));
  }

  private Answer list(Call call) {
    Page.Request asked = PageQuery.of(call);
    List<Company> newestFirst = workspaces.list().reversed();
    List<Company> items = newestFirst.stream().skip(asked.offset()).limit(asked.limit()).toList();
    return PageQuery.answer(new Page<>(items, newestFirst.size()), asked, AdminJson::company);
  }

  private Answer open(Call call) {
    BodyReader body = call.body();
    String name = body.text("name", 1, BodyReader.MAX_LABEL);
    body.check();
    var opened = workspaces.open(name);
    return Answer.created(json -> AdminJson.opened(json, opened));
  }

  private Answer addKey(Call call) {
    BodyReader body = call.body().require("kind");
    String kind = body.optionalChoice("kind", List.of("public", "secret")).orElse("");
    body.check();
    String workspace = call.path("workspaceKey");
    return switch (workspaces.addKey(
        workspace, kind.equals("public") ? KeyKind.PUBLIC : KeyKind.SECRET)) {
      case Outcome.Accepted<Workspaces.AddedKey>(Workspaces.AddedKey added) ->
          Answer.created(json -> AdminJson.added(json, workspace, added));
      case Outcome.Refused<Workspaces.AddedKey> _, Outcome.Repeated<Workspaces.AddedKey> _ ->
          Envelope.notFound("Workspace not found");
    };
  }

  private Answer revokeKey(Call call) {
    String id = call.path("keyId");
    OptionalLong number = number(id);
    boolean revoked =
        number.isPresent()
            && workspaces.revoke(call.path("workspaceKey"), number.getAsLong())
                instanceof Outcome.Accepted<Long>;
    return revoked
        ? Answer.ok(json -> AdminJson.revoked(json, id))
        : Envelope.notFound("Key not found");
  }

  private static OptionalLong number(String id) {
    Matcher matcher = KEY_ID.matcher(id);
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }
}
