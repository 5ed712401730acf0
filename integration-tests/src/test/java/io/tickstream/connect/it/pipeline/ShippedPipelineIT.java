package io.tickstream.connect.it.pipeline;

import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.stack.CqlScript;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import io.tickstream.connect.stack.deploy.ConnectorFile;
import io.tickstream.connect.stack.rest.ConnectClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** On the local stack. */
class ShippedPipelineIT extends PipelineContract {

  private static final LocalStack STACK = SharedStack.get();
  private static final CqlSession SESSION = STACK.openSession();

  @BeforeAll
  static void deploy() {
    CqlScript.run(SESSION, Repository.TABLES);
    for (String name : CONNECTORS) {
      ConnectorFile file = ConnectorFile.read(Repository.CONNECTORS.resolve(name + ".json"));
      STACK.connect().putConfig(name, file.config());
    }
  }

  @AfterAll
  static void delete() {
    CONNECTORS.forEach(STACK.connect()::delete);
    SESSION.execute("DROP KEYSPACE market");
    SESSION.close();
  }

  @Override
  ConnectClient connect() {
    return STACK.connect();
  }

  @Override
  CqlSession session() {
    return SESSION;
  }
}
