package io.tickstream.connect.transforms.edit;

/** Something wrong with one field of one record; the transform adds its own name and the topic. */
public final class FieldFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param problem what is wrong and what to do, naming the field, never its value
   */
  public FieldFault(String problem) {
    super(problem);
  }
}
