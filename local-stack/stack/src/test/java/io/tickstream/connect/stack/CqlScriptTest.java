package io.tickstream.connect.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CqlScriptTest {
  @Test
  void statementsEndAtSemicolons() {
    assertThat(CqlScript.statements("CREATE A;\n\nCREATE B ;"))
        .containsExactly("CREATE A", "CREATE B");
  }

  @Test
  void theLastStatementNeedsNoSemicolon() {
    assertThat(CqlScript.statements("CREATE A;CREATE B\n")).containsExactly("CREATE A", "CREATE B");
  }

  @Test
  void commentsOfAllKindsAreLeftOut() {
    String script = "-- one; two\nCREATE A; // three;\n/* four;\nfive; */ CREATE B;";
    assertThat(CqlScript.statements(script)).containsExactly("CREATE A", "CREATE B");
  }

  @Test
  void quotedTextKeepsSemicolonsAndDashes() {
    assertThat(CqlScript.statements("INSERT 'a;--b''c;'; SELECT \"x;y\"; BODY $$ return; $$;"))
        .containsExactly("INSERT 'a;--b''c;'", "SELECT \"x;y\"", "BODY $$ return; $$");
  }
}
