package dev.holdfast.domain.decision;

import dev.holdfast.domain.choice.Choice;
import java.util.List;

/**
 * What was chosen for somebody, and what became of it.
 *
 * @param objects those of the choice, in its order
 */
public record Chosen(Choice choice, List<ChangedObject> objects) {
  public Chosen {
    objects = List.copyOf(objects);
  }
}
