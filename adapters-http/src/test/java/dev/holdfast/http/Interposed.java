package dev.holdfast.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A real port with something between one of its methods and whoever calls it. */
final class Interposed {
  private Interposed() {}

  /** Answers in place of the method, which it may call. */
  interface Between {
    Object answer(Callable<Object> real) throws Exception;
  }

  /**
   * The same port, one of whose methods is answered by another.
   *
   * @param method its name; all other methods are handed on
   */
  static <T> T on(Class<T> port, T real, String method, Between between) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (_, called, arguments) ->
                called.getName().equals(method)
                    ? between.answer(() -> call(called, real, arguments))
                    : call(called, real, arguments)));
  }

  private static Object call(Method method, Object real, Object @Nullable [] arguments)
      throws Exception {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
