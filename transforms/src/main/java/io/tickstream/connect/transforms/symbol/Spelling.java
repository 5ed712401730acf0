package io.tickstream.connect.transforms.symbol;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for what venues spell differently: BTCUSDT, BTC-USD, btc/usd, XBTUSD. Letter case
 * never matters for recognising, only for writing. Immutable.
 */
public final class Spelling {
  /** How letters are written. */
  public enum Case {
    UPPER,
    LOWER,
    /** As they came. */
    KEEP
  }

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(base|quote)}");

  private final String format;
  private final String separators;
  private final List<String> quoteAssets;
  private final Map<String, String> aliases;
  private final Case letters;

  /**
   * @param format with {@code {base}} and {@code {quote}}
   * @param separators each of these characters may stand between base and quote
   * @param quoteAssets what a pair without a separator may end with
   * @param aliases other names of assets or of whole symbols
   */
  public Spelling(
      String format,
      String separators,
      List<String> quoteAssets,
      Map<String, String> aliases,
      Case letters) {
    this.format = format;
    this.separators = separators;
    // The longest first: BTCUSDT ends with USDT, not with the T of some other asset.
    this.quoteAssets =
        quoteAssets.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    this.aliases =
        aliases.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    alias -> alias.getKey().toUpperCase(Locale.ROOT), Map.Entry::getValue));
    this.letters = letters;
  }

  /** The one spelling of {@code symbol}, or null when it is neither a pair nor an alias. */
  public @Nullable String of(String symbol) {
    String stripped = symbol.strip();
    String known = alias(stripped);
    int separator = separatorIn(known);
    if (separator > 0 && separator < known.length() - 1) {
      return written(known.substring(0, separator), known.substring(separator + 1));
    }
    int quote = separator < 0 ? quoteIn(known) : 0;
    if (quote > 0) {
      return written(known.substring(0, quote), known.substring(quote));
    }
    return known.equals(stripped) ? null : cased(known);
  }

  private String alias(String asset) {
    return aliases.getOrDefault(asset.toUpperCase(Locale.ROOT), asset);
  }

  /** Where the only separator is; -1 for none, 0 for several, which leaves no pair either way. */
  private int separatorIn(String symbol) {
    int found = -1;
    for (int i = 0; i < symbol.length(); i++) {
      if (separators.indexOf(symbol.charAt(i)) >= 0) {
        if (found >= 0) {
          return 0;
        }
        found = i;
      }
    }
    return found;
  }

  /**
   * Where the quote asset starts; 0 when the symbol is an asset itself or ends with none. Of
   * several the shortest counts that leaves a known asset, XBT of XBTUSD and not XB, else the
   * longest.
   */
  private int quoteIn(String symbol) {
    int longest = 0;
    int known = 0;
    for (String quote : quoteAssets) {
      int start = symbol.length() - quote.length();
      if (start >= 0 && symbol.regionMatches(true, start, quote, 0, quote.length())) {
        if (start == 0) {
          return 0;
        }
        longest = longest == 0 ? start : longest;
        known = isAsset(symbol.substring(0, start)) ? start : known;
      }
    }
    return known > 0 ? known : longest;
  }

  private boolean isAsset(String name) {
    return aliases.containsKey(name.toUpperCase(Locale.ROOT))
        || quoteAssets.stream().anyMatch(name::equalsIgnoreCase);
  }

  private String written(String base, String quote) {
    return cased(
        PLACEHOLDER
            .matcher(format)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        alias(found.group().equals("{base}") ? base : quote))));
  }

  private String cased(String text) {
    return switch (letters) {
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case LOWER -> text.toLowerCase(Locale.ROOT);
      case KEEP -> text;
    };
  }
}
