package dev.holdfast.domain.simulation;

import dev.holdfast.domain.port.CatalogPort;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The catalog as one node reaches it: it may be away while the ledger is not. */
final class WeatheredCatalog {
  private WeatheredCatalog() {}

  static CatalogPort of(CatalogPort catalog, World world, Node node) {
    return (CatalogPort)
        Proxy.newProxyInstance(
            WeatheredCatalog.class.getClassLoader(),
            new Class<?>[] {CatalogPort.class},
            (_, method, arguments) ->
                world.weather.call(
                    node,
                    method.getName(),
                    () -> {
                      if (world.catalogOutage.isNow()) {
                        throw WeatheredLedger.away();
                      }
                      return call(catalog, method, arguments);
                    },
                    WeatheredLedger::away,
                    WeatheredLedger::away));
  }

  /**
   * For what is made once for all who ask at the same time: the only thread cannot wait for what
   * itself is making, so here nobody comes between.
   */
  static CatalogPort steady(CatalogPort catalog, World world) {
    return (CatalogPort)
        Proxy.newProxyInstance(
            WeatheredCatalog.class.getClassLoader(),
            new Class<?>[] {CatalogPort.class},
            (_, method, arguments) -> {
              if (world.catalogOutage.isNow()) {
                throw WeatheredLedger.away();
              }
              return call(catalog, method, arguments);
            });
  }

  private static Object call(CatalogPort catalog, Method method, Object[] arguments) {
    try {
      return method.invoke(catalog, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException trouble) {
        throw trouble;
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
