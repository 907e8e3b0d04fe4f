package dev.holdfast.http.outbound;

/** No webhook can be sent there; the message is for the URL's owner. */
final class UnusableUrl extends Exception {
  private static final long serialVersionUID = 1;

  UnusableUrl(String why) {
    super(why);
  }

  /** Why, in words for the owner. */
  String why() {
    return String.valueOf(getMessage());
  }
}
