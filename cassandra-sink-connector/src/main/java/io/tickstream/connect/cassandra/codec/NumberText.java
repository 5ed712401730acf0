package io.tickstream.connect.cassandra.codec;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers written as text in the way of a locale: all of the text is the number, or it is none. */
final class NumberText {
  private static final int LONGEST = 1_000;

  private final char groupSeparator;
  private final char decimalSeparator;
  private final Pattern grouped;

  NumberText(Locale locale) {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
    this.groupSeparator = symbols.getGroupingSeparator();
    this.decimalSeparator = symbols.getDecimalSeparator();
    this.grouped =
        Pattern.compile(
            "[+-]?\\d{1,3}(%s\\d{3})+(%s\\d*)?"
                .formatted(
                    Pattern.quote(String.valueOf(groupSeparator)),
                    Pattern.quote(String.valueOf(decimalSeparator))));
  }

  /**
   * @throws ArithmeticException when the text is not exactly one number
   */
  BigDecimal parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      throw notANumber();
    }
    String plain = text;
    if (text.indexOf(groupSeparator) >= 0) {
      if (!grouped.matcher(text).matches()) {
        throw notANumber();
      }
      plain = text.replace(String.valueOf(groupSeparator), "");
    }
    if (decimalSeparator != '.') {
      if (plain.indexOf('.') >= 0) {
        throw notANumber();
      }
      plain = plain.replace(decimalSeparator, '.');
    }
    try {
      return new BigDecimal(plain);
    } catch (NumberFormatException e) {
      throw notANumber();
    }
  }

  private static ArithmeticException notANumber() {
    return new ArithmeticException("the text is not exactly one number");
  }
}
