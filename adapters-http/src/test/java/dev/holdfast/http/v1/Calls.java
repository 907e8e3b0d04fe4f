package dev.holdfast.http.v1;

import dev.holdfast.http.route.Call;
import io.javalin.http.Context;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Calls without a network, a key or a body. */
final class Calls {
  private Calls() {}

  static Call of(Map<String, String> query, Map<String, String> headers) {
    Context context =
        (Context)
            Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (_, method, arguments) ->
                    switch (method.getName()) {
                      case "queryParam" -> query.get((String) arguments[0]);
                      case "header" -> headers.get((String) arguments[0]);
                      default -> throw new AssertionError(method);
                    });
    return new Call(context, null, null, null);
  }
}
