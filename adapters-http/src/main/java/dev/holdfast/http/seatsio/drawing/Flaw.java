package dev.holdfast.http.seatsio.drawing;

/** What a drawing may lack to be sold well; told by these names (seats.io dialect, section 9). */
public enum Flaw {
  /** Two objects have one label. */
  VALIDATE_DUPLICATE_LABELS,
  /** An object has no category. */
  VALIDATE_OBJECTS_WITHOUT_CATEGORIES,
  /** An object has no label. */
  VALIDATE_UNLABELED_OBJECTS,
  /** A floor has nothing to look at. */
  VALIDATE_FOCAL_POINT,
  /** Objects of several types are in one category. */
  VALIDATE_OBJECT_TYPES_PER_CATEGORY,
  /** One of several floors is empty. */
  VALIDATE_EMPTY_FLOOR
}
