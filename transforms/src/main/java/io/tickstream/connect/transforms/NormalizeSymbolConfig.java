package io.tickstream.connect.transforms;

import io.tickstream.connect.transforms.edit.Conflict;
import io.tickstream.connect.transforms.options.Checked;
import io.tickstream.connect.transforms.options.Choice;
import io.tickstream.connect.transforms.options.OptionGroup;
import io.tickstream.connect.transforms.options.PathSyntax;
import io.tickstream.connect.transforms.options.Remedy;
import io.tickstream.connect.transforms.symbol.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/** The options of {@link NormalizeSymbol}, read and checked against each other. */
final class NormalizeSymbolConfig extends AbstractConfig {
  /** What happens to a symbol that is neither a pair nor an alias. */
  enum Unknown {
    KEEP,
    FAIL
  }

  private static final String FIELD = "field";
  private static final String OUTPUT_FIELD = "output.field";
  private static final String FORMAT = "format";
  private static final String SEPARATORS = "separators";
  private static final String QUOTE_ASSETS = "quote.assets";
  private static final String ALIASES = "aliases";
  private static final String CASE = "case";
  private static final String ON_UNKNOWN = "on.unknown";
  private static final String ON_MISSING = "on.missing";
  private static final String ON_CONFLICT = "on.conflict";
  static final ConfigDef DEF = define();

  NormalizeSymbolConfig(Map<String, ?> properties) {
    super(DEF, properties, false);
    check();
  }

  private static ConfigDef define() {
    ConfigDef def = new ConfigDef();
    OptionGroup symbol =
        new OptionGroup(def, "Symbol")
            .list(
                FIELD,
                "",
                Checked.PATHS,
                Importance.HIGH,
                "The fields that hold a symbol, separated by commas. Empty: the key or value is"
                    + " the symbol, as text.")
            .list(
                OUTPUT_FIELD,
                "",
                Checked.PATHS,
                Importance.MEDIUM,
                "Where to write the spelling, one name per field; the field itself keeps what it"
                    + " had. Empty: in place.")
            .text(
                FORMAT,
                "{base}-{quote}",
                Checked.PAIR_FORMAT,
                Importance.HIGH,
                "How a pair is written: {base} and {quote} with anything around them.")
            .choice(CASE, Spelling.Case.UPPER, Importance.LOW, "How letters are written.");
    PathSyntax.define(symbol);
    new OptionGroup(def, "Recognising")
        .text(
            SEPARATORS,
            "-/_",
            Checked.ANYTHING,
            Importance.MEDIUM,
            "The characters that may stand between base and quote. Exactly one of them makes a"
                + " pair, whatever its assets.")
        .list(
            QUOTE_ASSETS,
            "USDT,USDC,FDUSD,DAI,USD,EUR,GBP,JPY,CHF,CAD,AUD,TRY,BRL,BTC,XBT,ETH,BNB",
            Checked.ANYTHING,
            Importance.MEDIUM,
            "What a pair without a separator may end with. Of several matches the one counts that"
                + " leaves a known asset, else the longest. TUSD or BUSD would take the last letter"
                + " of DOTUSD and BNBUSD, so add such an asset only where it is traded.")
        .list(
            ALIASES,
            "XBT:BTC,XXBT:BTC,XETH:ETH,XDG:DOGE,ZUSD:USD,ZEUR:EUR",
            Checked.ALIASES,
            Importance.MEDIUM,
            "Other names of an asset or of a whole symbol, as OTHER:NAME, separated by commas.");
    new OptionGroup(def, "Faults")
        .choice(
            ON_UNKNOWN,
            Unknown.KEEP,
            Importance.MEDIUM,
            "When a symbol is neither a pair nor an alias, as AAPL is: keep leaves it as it is,"
                + " fail refuses the record.")
        .choice(
            ON_MISSING,
            Remedy.NULL,
            Importance.LOW,
            "When a field is missing or null: null leaves it so, skip lets the record pass as it"
                + " came, fail refuses it.")
        .choice(
            ON_CONFLICT,
            Conflict.FAIL,
            Importance.LOW,
            "When an output.field exists already: fail refuses the record, keep leaves what is"
                + " there, overwrite replaces it.");
    return def;
  }

  private void check() {
    FieldOutputs.check(this, FIELD, OUTPUT_FIELD);
    if (getList(FIELD).isEmpty() && !getList(OUTPUT_FIELD).isEmpty()) {
      throw new ConfigException(OUTPUT_FIELD, getList(OUTPUT_FIELD), "needs field");
    }
  }

  /** Whether the key or value is the symbol itself. */
  boolean wholeContent() {
    return getList(FIELD).isEmpty();
  }

  List<FieldOutput> outputs() {
    return FieldOutputs.read(this, FIELD, OUTPUT_FIELD, conflict());
  }

  Spelling spelling() {
    Map<String, String> aliases = new HashMap<>();
    for (String alias : getList(ALIASES)) {
      int colon = alias.indexOf(':');
      aliases.put(alias.substring(0, colon).strip(), alias.substring(colon + 1).strip());
    }
    return new Spelling(
        getString(FORMAT),
        getString(SEPARATORS),
        getList(QUOTE_ASSETS),
        aliases,
        Choice.of(Spelling.Case.class).parse(CASE, getString(CASE)));
  }

  boolean refusesUnknown() {
    return Choice.of(Unknown.class).parse(ON_UNKNOWN, getString(ON_UNKNOWN)) == Unknown.FAIL;
  }

  Remedy onMissing() {
    return Choice.of(Remedy.class).parse(ON_MISSING, getString(ON_MISSING));
  }

  private Conflict conflict() {
    return Choice.of(Conflict.class).parse(ON_CONFLICT, getString(ON_CONFLICT));
  }
}
