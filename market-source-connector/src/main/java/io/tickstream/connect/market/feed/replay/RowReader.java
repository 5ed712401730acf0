package io.tickstream.connect.market.feed.replay;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.tickstream.connect.market.provider.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of one file, CSV or JSON, zipped or not. Not thread-safe. */
abstract class RowReader implements AutoCloseable {

  final String file;
  final FieldNames names;
  final BufferedReader reader;

  private RowReader(Path path, FieldNames names) throws IOException {
    this.file = String.valueOf(path.getFileName());
    this.names = names;
    this.reader = open(path);
  }

  static RowReader open(Path path, String format, char separator, FieldNames names)
      throws IOException {
    String name = path.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    boolean json =
        format.equals("json")
            || (format.equals("auto") && name.matches(".*\\.(json|jsonl|ndjson)"));
    return json ? new JsonLines(path, names) : new Csv(path, separator, names);
  }

  private static BufferedReader open(Path path) throws IOException {
    InputStream in = Files.newInputStream(path);
    try {
      InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
      Reader text = new InputStreamReader(plain, StandardCharsets.UTF_8);
      return new BufferedReader(text, 1 << 16);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * The next line that is not empty; null at the end.
   *
   * @throws IllegalArgumentException when it cannot be read at all; the one after it can be asked
   *     for
   */
  abstract @Nullable Row next() throws IOException;

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** Columns by the names in the first line. */
  private static final class Csv extends RowReader {
    private final MappingIterator<String[]> lines;
    private final List<String> fields = new ArrayList<>();
    private long line = 1;

    Csv(Path path, char separator, FieldNames names) throws IOException {
      super(path, names);
      lines =
          CsvMapper.builder()
              .enable(CsvParser.Feature.WRAP_AS_ARRAY)
              .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
              .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
              .build()
              .readerFor(String[].class)
              .with(CsvSchema.emptySchema().withColumnSeparator(separator))
              .readValues(reader);
      if (lines.hasNextValue()) {
        for (String column : lines.nextValue()) {
          // Spreadsheets mark their text files by a character that nobody sees.
          fields.add(names.fieldOf(column.replace("\uFEFF", "")));
        }
      }
    }

    @Override
    @Nullable Row next() throws IOException {
      if (!lines.hasNextValue()) {
        return null;
      }
      String[] values = lines.nextValue();
      line++;
      if (values.length > fields.size()) {
        throw new IllegalArgumentException(
            file
                + " line "
                + line
                + " has "
                + values.length
                + " columns, the header "
                + fields.size());
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < values.length; i++) {
        row.put(fields.get(i), values[i]);
      }
      return new Row(file, line, row);
    }
  }

  /** One JSON object per line. */
  private static final class JsonLines extends RowReader {
    private long line;

    JsonLines(Path path, FieldNames names) throws IOException {
      super(path, names);
    }

    @Override
    @Nullable Row next() throws IOException {
      String text;
      do {
        text = reader.readLine();
        line++;
      } while (text != null && text.isBlank());
      if (text == null) {
        return null;
      }
      JsonNode node;
      try {
        node = Json.parse(text);
      } catch (IllegalArgumentException notJson) {
        throw new IllegalArgumentException(file + " line " + line + " is not JSON", notJson);
      }
      Map<String, String> row = new HashMap<>();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        JsonNode value = field.getValue();
        if (!value.isNull()) {
          row.put(
              names.fieldOf(field.getKey()),
              value.isTextual() ? value.textValue() : value.toString());
        }
      }
      return new Row(file, line, row);
    }
  }
}
