package dev.holdfast.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * JSON in and out. What comes in is held to explicit bounds, because each of them is somebody's way
 * to make a server work for nothing.
 */
public final class Json {
  /** Deepest nesting of any body. */
  public static final int MAX_DEPTH = 64;

  private static final int MAX_NUMBER_CHARACTERS = 400;
  private static final int MAX_NAME_CHARACTERS = 16 * 1024;

  /** Names and values of an ordinary body: 200 labels and 16 KiB of extra data stay far below. */
  private static final long MAX_TOKENS = 50_000;

  /** The same for a layout: 100,000 seats of seven members each take 1.6 million. */
  private static final long MAX_LAYOUT_TOKENS = 3_000_000;

  private static final ObjectMapper ORDINARY = mapper(MAX_TOKENS);
  private static final ObjectMapper LAYOUT = mapper(MAX_LAYOUT_TOKENS);

  /** What was stored was bounded when it came in, and has grown since: shorthand is written out. */
  private static final ObjectMapper STORED = mapper(Long.MAX_VALUE);

  private Json() {}

  /** Bytes of a body that may stand in memory as text, too. */
  private static final int MAX_DECODED_WHOLE = 64 * 1024;

  private static ObjectMapper mapper(long tokens) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER_CHARACTERS)
            .maxNameLength(MAX_NAME_CHARACTERS)
            .maxStringLength(Integer.MAX_VALUE) // the body itself is bounded
            .maxTokenCount(tokens)
            .build();
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            // Callers choose names; interning them would keep them for ever.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // An answer that breaks off must look broken: closing its brackets would pass it off as
            // whole, and the seats that are missing from it as free.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            // A pool a thread is of no use when every request has a thread of its own.
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .build();
    return JsonMapper.builder(factory)
        // Numbers come back as they were sent: 1.10 stays 1.10.
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .build();
  }

  /**
   * Reads a body: one value, strict UTF-8, nothing after it, no unusable text in it.
   *
   * @param layout whether it may carry a layout
   * @throws InvalidRequest when it is anything else
   */
  public static JsonNode parse(byte[] body, boolean layout) {
    try {
      JsonNode root = readTree(layout ? LAYOUT : ORDINARY, decoded(body));
      Problems problems = new Problems();
      Texts.check(root, DotPath.ROOT, problems);
      problems.check();
      return root;
    } catch (StreamConstraintsException _) {
      throw new InvalidRequest(DotPath.ROOT, "JSON is nested too deeply or has too many values");
    } catch (NumberFormatException _) {
      // Jackson lets it through when an exponent has more digits than any number needs.
      throw new InvalidRequest(DotPath.ROOT, "A number is out of range");
    } catch (CharacterCodingException _) {
      throw new InvalidRequest(DotPath.ROOT, "Invalid UTF-8");
    } catch (IOException _) {
      throw new InvalidRequest(DotPath.ROOT, "Invalid JSON");
    }
  }

  /** Decoding here, not in Jackson, which would guess UTF-16 and accept broken UTF-8. */
  private static Reader decoded(byte[] body) throws CharacterCodingException {
    CharsetDecoder strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return body.length <= MAX_DECODED_WHOLE
        // A decoder of a stream brings a buffer of 8 KiB for a body of a hundred bytes.
        ? new StringReader(strict.decode(ByteBuffer.wrap(body)).toString())
        : new InputStreamReader(new ByteArrayInputStream(body), strict);
  }

  /**
   * Reads back a layout that was stored.
   *
   * @throws IllegalArgumentException when it is no JSON
   */
  public static JsonNode parseStored(String text) {
    try {
      return readTree(STORED, new StringReader(text));
    } catch (IOException e) {
      throw new IllegalArgumentException("stored text is no JSON", e);
    }
  }

  /** Reads back a layout that was stored, value by value; for what is too large as a tree. */
  public static JsonParser storedParser(String text) throws IOException {
    return STORED.createParser(new StringReader(text));
  }

  private static JsonNode readTree(ObjectMapper mapper, Reader text) throws IOException {
    try (JsonParser parser = mapper.createParser(text)) {
      JsonNode root = mapper.readTree(parser);
      if (root == null || parser.nextToken() != null) {
        throw new IOException("not exactly one value");
      }
      return root;
    }
  }

  /** The value as compact UTF-8 text. */
  public static byte[] bytes(JsonContent content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    try {
      write(content, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toByteArray();
  }

  /** The value as compact text. */
  public static String text(JsonContent content) {
    StringWriter out = new StringWriter();
    try {
      write(content, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return out.toString();
  }

  /** Writes the value as compact UTF-8 text, as it comes. */
  public static void write(JsonContent content, OutputStream out) throws IOException {
    try (JsonGenerator json = ORDINARY.createGenerator(out)) {
      content.writeTo(json);
    }
  }

  private static void write(JsonContent content, Writer out) throws IOException {
    try (JsonGenerator json = ORDINARY.createGenerator(out)) {
      content.writeTo(json);
    }
  }

  /** A value that was read, as compact text. */
  public static String text(JsonNode value) {
    try {
      return ORDINARY.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a parsed value can be written", e);
    }
  }

  /** A text as a JSON string, quotes included. */
  public static String quoted(String text) {
    return text(json -> json.writeString(text));
  }
}
