package io.pumphouse.web.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a client asks for on the socket. */
sealed interface Request {
  /** Are you there? */
  record Ping() implements Request {}

  /**
   * Draw this from now on.
   *
   * @param wish as the client wrote it; unchecked
   */
  record ChangeTimeRange(GraphWish wish) implements Request {}

  /** Draw again, now. */
  record Update() implements Request {}

  /**
   * Tell me of these too, which not everybody wants to hear of.
   *
   * @param topics {@code log}; others are passed over
   */
  record Subscribe(List<String> topics) implements Request {
    public Subscribe {
      topics = List.copyOf(topics);
    }
  }

  /**
   * Well formed, but nothing we know.
   *
   * @param type what it calls itself
   */
  record Unknown(String type) implements Request {}

  /**
   * Not a message at all.
   *
   * @param cause why
   */
  record Malformed(String cause) implements Request {}

  JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .recyclerPool(JsonRecyclerPools.newBoundedPool(4))
          .build();

  /** Reads one text frame, to its end. */
  static Request parse(String text) {
    try (JsonParser json = FACTORY.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return new Malformed("a message is a JSON object");
      }
      Fields fields = Fields.read(json);
      if (json.nextToken() != null) {
        return new Malformed("there is more after the object");
      }
      return request(fields);
    } catch (JsonProcessingException e) {
      return new Malformed("it is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("read JSON in memory", e);
    }
  }

  private static Request request(Fields fields) {
    return switch (fields.text("type")) {
      case "ping" -> new Ping();
      case "change_time_range" -> new ChangeTimeRange(GraphWish.of(fields));
      case "request_update" -> new Update();
      case "subscribe" -> new Subscribe(fields.texts("topics"));
      case String type -> unknown(type);
    };
  }

  private static Request unknown(String type) {
    return type.isEmpty() ? new Malformed("it has no \"type\"") : new Unknown(type);
  }
}
