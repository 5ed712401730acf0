package io.tickstream.connect.transforms.edit;

/** The messages that Structs and Maps share. */
final class Faults {
  private Faults() {}

  static String exists(String path) {
    return "field "
        + path
        + " exists already; choose another name or set on.conflict to keep or overwrite";
  }

  static String noParent(String path) {
    return "there is no object " + path + " to write into; name one that exists";
  }
}
