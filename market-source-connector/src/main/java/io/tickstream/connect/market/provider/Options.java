package io.tickstream.connect.market.provider;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.jspecify.annotations.Nullable;

/**
 * Adds the options of one group to a definition, in order. Units stand in the names: {@code .ms},
 * {@code .bytes}.
 */
public final class Options {

  private final ConfigDef def;
  private final String group;
  private int order;

  private Options(ConfigDef def, String group) {
    this.def = def;
    this.group = group;
  }

  public static Options in(ConfigDef def, String group) {
    return new Options(def, group);
  }

  public Options text(String name, @Nullable String usual, Importance importance, String doc) {
    return add(name, ConfigDef.Type.STRING, usual, null, importance, doc);
  }

  public Options text(
      String name,
      @Nullable String usual,
      ConfigDef.Validator validator,
      Importance importance,
      String doc) {
    return add(name, ConfigDef.Type.STRING, usual, validator, importance, doc);
  }

  /** A text without default. */
  public Options required(
      String name, ConfigDef.Validator validator, Importance importance, String doc) {
    return add(name, ConfigDef.Type.STRING, ConfigDef.NO_DEFAULT_VALUE, validator, importance, doc);
  }

  public Options secret(String name, Importance importance, String doc) {
    return add(name, ConfigDef.Type.PASSWORD, null, null, importance, doc);
  }

  public Options list(String name, List<String> usual, Importance importance, String doc) {
    return add(name, ConfigDef.Type.LIST, usual, null, importance, doc);
  }

  public Options list(
      String name,
      List<String> usual,
      ConfigDef.Validator validator,
      Importance importance,
      String doc) {
    return add(name, ConfigDef.Type.LIST, usual, validator, importance, doc);
  }

  public Options flag(String name, boolean usual, Importance importance, String doc) {
    return add(name, ConfigDef.Type.BOOLEAN, usual, null, importance, doc);
  }

  public Options whole(
      String name, long usual, long least, long most, Importance importance, String doc) {
    return add(name, ConfigDef.Type.LONG, usual, new Bounds(least, most), importance, doc);
  }

  public Options number(
      String name, double usual, double least, double most, Importance importance, String doc) {
    return add(name, ConfigDef.Type.DOUBLE, usual, new Bounds(least, most), importance, doc);
  }

  private Options add(
      String name,
      ConfigDef.Type type,
      @Nullable Object usual,
      ConfigDef.@Nullable Validator validator,
      Importance importance,
      String doc) {
    def.define(
        name,
        type,
        usual,
        validator,
        importance,
        doc,
        group,
        ++order,
        ConfigDef.Width.MEDIUM,
        displayName(name));
    return this;
  }

  private static String displayName(String name) {
    String words =
        name.replace('.', ' ').replaceFirst(" ms$", " (ms)").replaceFirst(" bytes$", " (bytes)");
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
