package dev.holdfast.domain.catalog;

import static dev.holdfast.domain.catalog.CatalogRig.accepted;
import static dev.holdfast.domain.catalog.CatalogRig.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.catalog.CompanyWorkspaces.Opened;
import dev.holdfast.domain.catalog.CompanyWorkspaces.Which;
import dev.holdfast.domain.catalog.CompanyWorkspaces.WithSecrets;
import dev.holdfast.domain.port.IdSource;
import dev.holdfast.domain.port.Slice;
import dev.holdfast.domain.port.Slice.Beside;
import dev.holdfast.domain.refusal.Refusal;
import dev.holdfast.domain.refusal.Refusal.UnfitWorkspace.Why;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceChange;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompanyWorkspacesTest {
  private static final Slice.Request ALL = new Slice.Request(1_000, new Beside.Beginning());

  private final CatalogRig rig = new CatalogRig();
  private final CompanyWorkspaces workspaces =
      new CompanyWorkspaces(rig.catalog, IdSource.secure());
  private final Opened kiosk = workspaces.open("Kiosk", "Main workspace");
  private final CompanyId company = kiosk.workspace().workspace().company();
  private final String main = kiosk.workspace().workspace().key();

  private WithSecrets made(String name) {
    return accepted(workspaces.add(company, name, false));
  }

  private List<String> names(Which which, String named) {
    return workspaces.list(company, which, named, ALL).items().stream()
        .map(each -> each.workspace().name())
        .toList();
  }

  @Test
  void a_company_is_opened_with_one_workspace_and_a_key_of_its_own() {
    assertEquals(
        company, rig.workspaces.authenticateCompany(kiosk.admin().text()).orElseThrow().company());
    assertEquals(List.of("Main workspace"), names(Which.ALL, ""));
    String secret = kiosk.workspace().secretKeys().getLast();
    assertEquals(main, rig.workspaces.authenticate(secret).orElseThrow().opens().key());
    assertEquals(kiosk.workspace(), accepted(workspaces.find(company, main)));
  }

  @Test
  void a_new_workspace_has_keys_of_its_kind() {
    WithSecrets test = accepted(workspaces.add(company, "Try-outs", true));
    assertTrue(test.secretKeys().getLast().startsWith("sk_test_"));
    assertTrue(test.workspace().test() && test.workspace().active());
    assertFalse(test.workspace().isDefault());
    assertTrue(made("Annexe").secretKeys().getLast().startsWith("sk_live_"));
    assertEquals(
        List.of(KeyKind.PUBLIC, KeyKind.SECRET),
        rig.workspaces.list().getLast().workspaces().getLast().keys().stream()
            .map(key -> key.kind())
            .toList());
  }

  @Test
  void workspaces_are_listed_newest_first_by_state_and_name() {
    made("North wing");
    Workspace closed = made("South Wing").workspace();
    made("Box office");
    accepted(workspaces.change(company, closed.key(), new WorkspaceChange.Deactivate()));
    assertEquals(
        List.of("Box office", "South Wing", "North wing", "Main workspace"), names(Which.ALL, ""));
    assertEquals(List.of("Box office", "North wing", "Main workspace"), names(Which.ACTIVE, ""));
    assertEquals(List.of("South Wing"), names(Which.INACTIVE, ""));
    assertEquals(List.of("South Wing", "North wing"), names(Which.ALL, "TH WING"));
    assertEquals(List.of("North wing"), names(Which.ACTIVE, "wing"));
    assertEquals(List.of(), names(Which.INACTIVE, "North"));
  }

  @Test
  void a_list_is_cut_after_it_was_filtered() {
    made("Wing 1");
    made("Box office");
    WithSecrets second = made("Wing 2");
    Slice<WithSecrets> slice =
        workspaces.list(company, Which.ALL, "wing", new Slice.Request(1, new Beside.Beginning()));
    assertEquals(List.of(second), slice.items());
    assertTrue(slice.hasLater());
    assertFalse(slice.hasEarlier());
  }

  @Test
  void I12_another_company_s_workspace_does_not_exist() {
    String theirs = rig.harbour.company().workspaces().getFirst().workspace().key();
    Refusal unknown = new Refusal.UnknownWorkspace();
    assertEquals(unknown, refused(workspaces.find(company, theirs)));
    assertEquals(
        unknown, refused(workspaces.change(company, theirs, new WorkspaceChange.Rename("Mine"))));
    assertEquals(unknown, refused(workspaces.regenerateSecretKey(company, theirs)));
    assertEquals(unknown, refused(workspaces.addSecretKey(company, theirs)));
    String secret = rig.harbour.liveSecret().text();
    assertEquals(unknown, refused(workspaces.removeSecretKey(company, theirs, secret)));
    assertEquals(
        new Refusal.UnknownKey(), refused(workspaces.removeSecretKey(company, main, secret)));
    assertTrue(rig.workspaces.authenticate(secret).isPresent());
  }

  @Test
  void what_is_against_a_change_is_said() {
    assertEquals(
        new Refusal.UnfitWorkspace(Why.IS_DEFAULT),
        refused(workspaces.change(company, main, new WorkspaceChange.Deactivate())));
    assertEquals(
        new Refusal.UnfitWorkspace(Why.IS_ACTIVE),
        refused(workspaces.change(company, main, new WorkspaceChange.Delete())));
  }

  @Test
  void a_regenerated_key_takes_the_place_of_the_one_before() {
    String before = kiosk.workspace().secretKeys().getLast();
    String after = accepted(workspaces.regenerateSecretKey(company, main)).text();
    assertNotEquals(before, after);
    assertTrue(rig.workspaces.authenticate(before).isEmpty());
    assertEquals(main, rig.workspaces.authenticate(after).orElseThrow().opens().key());
    assertEquals(List.of(after), accepted(workspaces.find(company, main)).secretKeys());
  }

  @Test
  void a_key_is_added_beside_the_others_and_removed_alone() {
    String first = kiosk.workspace().secretKeys().getLast();
    String second = accepted(workspaces.addSecretKey(company, main)).text();
    assertEquals(List.of(first, second), accepted(workspaces.find(company, main)).secretKeys());
    accepted(workspaces.removeSecretKey(company, main, first));
    assertEquals(List.of(second), accepted(workspaces.find(company, main)).secretKeys());
    assertTrue(rig.workspaces.authenticate(first).isEmpty());
    assertEquals(
        new Refusal.UnknownKey(), refused(workspaces.removeSecretKey(company, main, first)));
  }

  @Test
  void a_browser_s_key_is_no_secret_key() {
    IssuedKey browser = accepted(rig.workspaces.addKey(main, KeyKind.PUBLIC)).issued();
    assertEquals(
        new Refusal.UnknownKey(),
        refused(workspaces.removeSecretKey(company, main, browser.text())));
    assertTrue(rig.workspaces.authenticate(browser.text()).isPresent());
  }

  @Test
  void no_text_tells_a_secret() {
    String secret = kiosk.workspace().secretKeys().getLast();
    assertFalse(kiosk.toString().contains(secret));
    assertFalse(kiosk.toString().contains(kiosk.admin().text()));
    assertFalse(new IssuedKey(KeyKind.SECRET, secret).stored().toString().contains(secret));
  }
}
