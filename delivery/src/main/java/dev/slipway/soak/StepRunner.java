package dev.slipway.soak;

import dev.slipway.http.HttpAddress;
import dev.slipway.http.HttpCall;
import dev.slipway.http.HttpCaller;
import dev.slipway.http.HttpFailure;
import dev.slipway.http.HttpReply;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does the steps of one worker, on a connection of its own. Used by one thread. */
final class StepRunner implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FIRST_BAD = 300;

  private final HttpCaller caller;
  private final Supplier<Connection> connections;
  private @Nullable Connection connection;

  /**
   * @param connections opens connections; asked again when one breaks
   * @param needsDatabase whether one is opened now, so that no step has to wait for it
   */
  StepRunner(HttpCaller caller, Supplier<Connection> connections, boolean needsDatabase) {
    this.caller = caller;
    this.connections = connections;
    this.connection = needsDatabase ? connections.get() : null;
  }

  /**
   * @throws StepFailure when it does not do what it should
   */
  void run(SoakStep step, Round round) throws InterruptedException {
    switch (step) {
      case SoakStep.Http http -> ask(http, round);
      case SoakStep.Sql sql -> execute(sql, round);
    }
  }

  private void ask(SoakStep.Http step, Round round) throws InterruptedException {
    URI address = HttpAddress.parse(step.url().text(round));
    if (address == null) {
      throw new StepFailure("its url is no address of http or https without a login");
    }
    Map<String, String> headers = new HashMap<>();
    step.headers().forEach((name, value) -> headers.put(name, value.text(round)));
    Template body = step.body();
    HttpReply reply;
    try {
      reply =
          caller.send(
              new HttpCall(
                  step.method(),
                  address,
                  headers,
                  body == null ? null : body.text(round),
                  step.limit()));
    } catch (HttpFailure e) {
      throw new StepFailure(String.valueOf(e.getMessage()));
    }
    Integer expected = step.status();
    if (expected == null ? reply.status() >= FIRST_BAD : reply.status() != expected) {
      throw new StepFailure("the status is " + reply.status());
    }
    if (!step.keep().isEmpty()) {
      keep(step, reply, round);
    }
  }

  private static void keep(SoakStep.Http step, HttpReply reply, Round round) {
    JsonNode body;
    try {
      body = JSON.readTree(reply.body());
    } catch (JacksonException e) {
      throw new StepFailure("the body is no JSON");
    }
    step.keep()
        .forEach((name, place) -> {
          JsonNode value = body.at(place);
          if (value.isMissingNode() || value.isContainer()) {
            throw new StepFailure("the body has no value at " + place);
          }
          round.keep(step.name(), name, value.asString());
        });
  }

  /** Values have no type here, so that the server takes them as what their place needs. */
  private void execute(SoakStep.Sql step, Round round) {
    Connection open = connection == null ? connections.get() : connection;
    connection = open;
    try (PreparedStatement statement = open.prepareStatement(step.sql().statement())) {
      statement.setQueryTimeout((int) Math.max(1, step.limit().toSeconds()));
      List<String> values = step.sql().values(round);
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i), Types.OTHER);
      }
      if (statement.execute()) {
        keep(step, statement, round);
      }
    } catch (SQLException e) {
      forgetIfBroken(open);
      throw new StepFailure(
          "the server refuses it ("
              + e.getSQLState()
              + "): "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static void keep(SoakStep.Sql step, PreparedStatement statement, Round round)
      throws SQLException {
    try (ResultSet row = statement.getResultSet()) {
      if (row.next()) {
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          String value = row.getString(i);
          if (value != null) {
            round.keep(step.name(), row.getMetaData().getColumnLabel(i), value);
          }
        }
      }
    }
  }

  private void forgetIfBroken(Connection open) {
    try {
      if (!open.isValid(1)) {
        open.close();
        connection = null;
      }
    } catch (SQLException e) {
      connection = null;
    }
  }

  @Override
  public void close() {
    Connection open = connection;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        connection = null;
      }
    }
  }
}
