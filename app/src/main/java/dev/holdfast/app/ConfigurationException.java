package dev.holdfast.app;

import java.util.List;

/** The environment asks for something impossible; the start stops with these lines. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong, each line naming the variable. */
  public ConfigurationException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
  }
}
