package dev.holdfast.domain.catalog;

import static dev.holdfast.domain.catalog.CatalogRig.accepted;
import static dev.holdfast.domain.catalog.CatalogRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.KeyKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkspacesTest {
  private final CatalogRig rig = new CatalogRig();
  private final Workspaces workspaces = rig.workspaces;
  private final OpenedCompany harbour = rig.harbour;

  private List<IssuedKey> issued() {
    return List.of(
        harbour.admin(),
        harbour.livePublic(),
        harbour.liveSecret(),
        harbour.testPublic(),
        harbour.testSecret());
  }

  private String workspaceKey(int which) {
    return harbour.company().workspaces().get(which).workspace().key();
  }

  @Test
  void a_company_has_a_live_and_a_test_workspace_in_this_order() {
    Company company = harbour.company();
    assertEquals("Harbour Hall", company.name());
    assertEquals(2, company.workspaces().size());
    assertFalse(company.workspaces().getFirst().workspace().test());
    assertTrue(company.workspaces().getLast().workspace().test());
    assertEquals(
        List.of("Harbour Hall", "Riverside"),
        workspaces.list().stream().map(Company::name).toList());
  }

  @Test
  void keys_say_what_they_are_for_and_carry_32_random_characters() {
    List<String> shapes = List.of("adm_", "pk_live_", "sk_live_", "pk_test_", "sk_test_");
    for (int n = 0; n < shapes.size(); n++) {
      String text = issued().get(n).text();
      assertTrue(text.matches(shapes.get(n) + "[A-Za-z0-9]{32}"), text);
    }
    assertEquals(5, Set.copyOf(issued().stream().map(IssuedKey::text).toList()).size());
  }

  @Test
  void I12_a_key_opens_its_own_workspace_and_the_companys_or_an_almost_equal_one_opens_none() {
    assertEquals(Optional.empty(), workspaces.authenticate(harbour.admin().text()));
    for (IssuedKey key : issued().subList(1, 5)) {
      ApiKey found = workspaces.authenticate(key.text()).orElseThrow();
      assertEquals(key.kind(), found.kind());
      assertEquals(key.text().contains("_test_"), found.test());
      assertTrue(key.text().endsWith(found.lastFour()));
      assertEquals(Optional.empty(), workspaces.authenticate(key.text() + "x"));
      assertEquals(Optional.empty(), workspaces.authenticate(key.text().toUpperCase(Locale.ROOT)));
    }
    assertEquals(
        rig.ours, workspaces.authenticate(harbour.liveSecret().text()).orElseThrow().workspace());
    assertEquals(Optional.empty(), workspaces.authenticate(""));
  }

  @Test
  void a_key_can_be_added_to_a_live_or_a_test_workspace_and_revoked_once() {
    Workspaces.AddedKey added = accepted(workspaces.addKey(workspaceKey(1), KeyKind.SECRET));
    assertTrue(added.issued().text().startsWith("sk_test_"));
    assertEquals(added.key(), workspaces.authenticate(added.issued().text()).orElseThrow());
    assertTrue(
        accepted(workspaces.addKey(workspaceKey(0), KeyKind.PUBLIC))
            .issued()
            .text()
            .startsWith("pk_live_"));
    long id = added.key().id();
    assertEquals(new Refusal.UnknownKey(), refused(workspaces.revoke(workspaceKey(0), id)));
    assertEquals(id, accepted(workspaces.revoke(workspaceKey(1), id)));
    assertEquals(Optional.empty(), workspaces.authenticate(added.issued().text()));
    assertEquals(new Refusal.UnknownKey(), refused(workspaces.revoke(workspaceKey(1), id)));
  }

  @Test
  void a_workspace_nobody_has_gets_no_key() {
    assertEquals(
        new Refusal.UnknownWorkspace(), refused(workspaces.addKey("ws_x", KeyKind.SECRET)));
    assertEquals(new Refusal.UnknownKey(), refused(workspaces.revoke("ws_x", 1)));
    assertThrows(
        IllegalArgumentException.class, () -> workspaces.addKey(workspaceKey(0), KeyKind.ADMIN));
  }

  @Test
  void what_is_printed_of_a_key_is_not_the_key() {
    for (IssuedKey key : issued()) {
      String secret = key.text().substring(key.text().length() - 32);
      assertFalse(key.toString().contains(secret));
      assertFalse(harbour.toString().contains(secret));
    }
  }
}
