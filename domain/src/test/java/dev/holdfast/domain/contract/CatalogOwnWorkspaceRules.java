package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.CatalogRules.aNewCompany;
import static dev.holdfast.domain.contract.CatalogRules.aNewKey;
import static dev.holdfast.domain.contract.CatalogRules.aNewWorkspace;
import static dev.holdfast.domain.contract.CatalogRules.fresh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.CompanyPort;
import dev.holdfast.domain.port.CompanyPort.WorkspaceAnswer;
import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.refusal.Refusal.UnfitWorkspace.Why;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.CompanyId;
import dev.holdfast.domain.workspace.CompanyKey;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.NewWorkspace;
import dev.holdfast.domain.workspace.ShownKey;
import dev.holdfast.domain.workspace.Workspace;
import dev.holdfast.domain.workspace.WorkspaceChange;
import dev.holdfast.domain.workspace.WorkspaceChange.Activate;
import dev.holdfast.domain.workspace.WorkspaceChange.Deactivate;
import dev.holdfast.domain.workspace.WorkspaceChange.Delete;
import dev.holdfast.domain.workspace.WorkspaceChange.MakeDefault;
import dev.holdfast.domain.workspace.WorkspaceChange.Rename;
import dev.holdfast.domain.workspace.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** C101 to C116: workspaces as their company manages them, and its own key. */
public interface CatalogOwnWorkspaceRules extends CatalogRules {
  private static Workspace first(Company company) {
    return company.workspaces().getFirst().workspace();
  }

  private static Workspace last(Company company) {
    return company.workspaces().getLast().workspace();
  }

  private static CompanyId id(Company company) {
    return first(company).company();
  }

  private Workspace added(Company company) {
    return catalog().addWorkspace(id(company), aNewWorkspace("Annexe", false)).orElseThrow();
  }

  private WorkspaceAnswer change(Workspace workspace, WorkspaceChange change) {
    return catalog().changeWorkspace(workspace.company(), workspace.key(), change);
  }

  private Workspace changed(Workspace workspace, WorkspaceChange change) {
    WorkspaceAnswer answer = change(workspace, change);
    Workspace now = ((WorkspaceAnswer.Changed) answer).workspace();
    assertEquals(workspace.id(), now.id());
    return now;
  }

  private Workspace now(Workspace workspace) {
    return catalog().workspaceOf(workspace.company(), workspace.key()).orElseThrow();
  }

  @Test
  default void C101_a_company_s_own_key_is_found_by_its_hash() {
    NewCompany wanted = aNewCompany("Harbour Hall");
    Company company = catalog().createCompany(wanted);
    aCompany();
    CompanyKey key = catalog().findCompanyKey(wanted.adminKey().hash()).orElseThrow();
    assertEquals(id(company), key.company());
    assertEquals("wxyz", key.lastFour());
    assertEquals(company.createdAt(), key.createdAt());
    assertEquals(Optional.empty(), catalog().findCompanyKey(KeyHash.of("nobody's")));
    KeyHash workspaces = wanted.workspaces().getFirst().keys().getLast().hash();
    assertEquals(Optional.empty(), catalog().findCompanyKey(workspaces));
  }

  @Test
  default void C102_the_first_workspace_of_a_company_is_its_default_one() {
    Company company = aCompany();
    assertEquals(Optional.of(first(company)), catalog().defaultWorkspace(id(company)));
    assertTrue(first(company).isDefault());
    assertFalse(last(company).isDefault());
    assertTrue(first(company).active() && last(company).active());
    CompanyId none = new CompanyId(Long.MAX_VALUE);
    assertEquals(Optional.empty(), catalog().defaultWorkspace(none));
  }

  @Test
  default void C103_a_company_may_begin_with_one_workspace() {
    NewCompany wanted =
        new NewCompany(
            "Kiosk",
            fresh("co"),
            aNewKey(KeyKind.ADMIN),
            List.of(new NewWorkspace(fresh("ws"), "Only one", true, List.of())));
    Company company = catalog().createCompany(wanted);
    assertEquals(1, company.workspaces().size());
    assertEquals("Only one", first(company).name());
    assertTrue(first(company).test() && first(company).isDefault());
    assertEquals(List.of(company), catalog().companies());
  }

  @Test
  default void C104_a_company_finds_its_own_workspaces_only() {
    Company company = aCompany();
    Company other = aCompany();
    for (Company.WithKeys each : company.workspaces()) {
      Workspace workspace = each.workspace();
      assertEquals(Optional.of(workspace), catalog().workspaceOf(id(company), workspace.key()));
      assertEquals(Optional.empty(), catalog().workspaceOf(id(other), workspace.key()));
      assertEquals(Optional.of(workspace), catalog().findWorkspace(workspace.id()));
    }
    assertEquals(Optional.empty(), catalog().workspaceOf(id(company), "ws_none"));
    assertEquals(Optional.empty(), catalog().findWorkspace(new WorkspaceId(Long.MAX_VALUE)));
  }

  @Test
  default void C105_an_added_workspace_is_active_and_listed_first() {
    Company company = aCompany();
    aCompany();
    NewWorkspace wanted = aNewWorkspace("Annexe", true);
    Workspace added = catalog().addWorkspace(id(company), wanted).orElseThrow();
    assertEquals(wanted.key(), added.key());
    assertEquals("Annexe", added.name());
    assertEquals(id(company), added.company());
    assertTrue(added.test() && added.active() && !added.isDefault());
    assertEquals(List.of(added, last(company), first(company)), catalog().workspaces(id(company)));
    for (NewKey key : wanted.keys()) {
      assertEquals(added, catalog().findKey(key.hash()).orElseThrow().opens());
    }
    assertEquals(added, last(catalog().companies().getFirst()));
  }

  @Test
  default void C106_a_workspace_is_stored_whole_or_not_at_all() {
    Company company = aCompany();
    NewWorkspace wanted = aNewWorkspace("Annexe", false);
    NewKey known = aNewKey(KeyKind.SECRET);
    catalog().addKey(first(company).key(), known);
    List<NewKey> keys = List.of(wanted.keys().getFirst(), known);
    assertThrows(
        StoreFailure.Rejected.class,
        () ->
            catalog()
                .addWorkspace(id(company), new NewWorkspace(wanted.key(), "Annexe", false, keys)));
    assertThrows(
        StoreFailure.Rejected.class,
        () ->
            catalog()
                .addWorkspace(
                    id(company),
                    new NewWorkspace(first(company).key(), "Annexe", false, wanted.keys())));
    assertThrows(
        StoreFailure.Rejected.class,
        () -> catalog().addWorkspace(new CompanyId(Long.MAX_VALUE), wanted));
    assertEquals(2, catalog().workspaces(id(company)).size());
    assertTrue(catalog().addWorkspace(id(company), wanted).isPresent());
  }

  @Test
  default void C107_a_company_has_so_many_workspaces_and_no_more() {
    Company company = aCompany();
    IntStream.range(2, CompanyPort.MAX_WORKSPACES)
        .forEach(_ -> {
          NewWorkspace one = new NewWorkspace(fresh("ws"), "One of many", false, List.of());
          assertTrue(catalog().addWorkspace(id(company), one).isPresent());
        });
    NewWorkspace more = aNewWorkspace("One too many", false);
    assertEquals(Optional.empty(), catalog().addWorkspace(id(company), more));
    Workspace newest = catalog().workspaces(id(company)).getFirst();
    changed(newest, new Deactivate());
    changed(newest, new Delete());
    assertTrue(catalog().addWorkspace(id(company), more).isPresent());
    assertEquals(CompanyPort.MAX_WORKSPACES, catalog().workspaces(id(company)).size());
  }

  @Test
  default void C108_a_workspace_can_be_called_something_else() {
    Company company = aCompany();
    Workspace renamed = changed(last(company), new Rename("Try-outs"));
    assertEquals("Try-outs", renamed.name());
    assertEquals(renamed, now(last(company)));
    assertEquals(first(company), now(first(company)));
    assertEquals("Harbour Hall", catalog().companies().getFirst().name());
  }

  @Test
  default void C109_a_workspace_is_closed_and_opened_again() {
    NewCompany wanted = aNewCompany("Harbour Hall");
    Company company = catalog().createCompany(wanted);
    KeyHash key = wanted.workspaces().getLast().keys().getLast().hash();
    assertFalse(changed(last(company), new Deactivate()).active());
    assertFalse(changed(last(company), new Deactivate()).active());
    assertFalse(catalog().findKey(key).orElseThrow().opens().active());
    assertTrue(changed(last(company), new Activate()).active());
    assertTrue(changed(last(company), new Activate()).active());
    assertTrue(catalog().findKey(key).orElseThrow().opens().active());
  }

  @Test
  default void C110_the_default_workspace_is_never_closed_and_there_is_always_one() {
    Company company = aCompany();
    Workspace added = added(company);
    assertEquals(
        new WorkspaceAnswer.Unfit(Why.IS_DEFAULT), change(first(company), new Deactivate()));
    assertTrue(changed(added, new MakeDefault()).isDefault());
    assertTrue(changed(added, new MakeDefault()).isDefault());
    assertEquals(Optional.of(now(added)), catalog().defaultWorkspace(id(company)));
    assertFalse(now(first(company)).isDefault());
    assertFalse(changed(first(company), new Deactivate()).active());
    assertEquals(
        new WorkspaceAnswer.Unfit(Why.IS_INACTIVE), change(first(company), new MakeDefault()));
    assertEquals(
        1, catalog().workspaces(id(company)).stream().filter(Workspace::isDefault).count());
  }

  @Test
  default void C111_only_a_closed_workspace_is_deleted() {
    Company company = aCompany();
    assertEquals(new WorkspaceAnswer.Unfit(Why.IS_ACTIVE), change(first(company), new Delete()));
    assertEquals(new WorkspaceAnswer.Unfit(Why.IS_ACTIVE), change(last(company), new Delete()));
    assertEquals(2, catalog().workspaces(id(company)).size());
  }

  @Test
  default void C112_a_deleted_workspace_is_not_found_in_any_way() {
    NewCompany wanted = aNewCompany("Harbour Hall");
    Company company = catalog().createCompany(wanted);
    Workspace gone = last(company);
    ApiKey key = company.workspaces().getLast().keys().getLast();
    changed(gone, new Deactivate());
    changed(gone, new Delete());
    assertEquals(Optional.empty(), catalog().workspaceOf(id(company), gone.key()));
    assertEquals(Optional.empty(), catalog().findWorkspace(gone.key()));
    assertEquals(Optional.empty(), catalog().findWorkspace(gone.id()));
    assertEquals(List.of(first(company)), catalog().workspaces(id(company)));
    assertEquals(1, catalog().companies().getFirst().workspaces().size());
    NewKey known = wanted.workspaces().getLast().keys().getLast();
    assertEquals(Optional.empty(), catalog().findKey(known.hash()));
    assertEquals(Map.of(gone.id(), List.of()), catalog().secretKeys(List.of(gone.id())));
    assertEquals(Optional.empty(), catalog().addKey(gone.key(), aNewKey(KeyKind.PUBLIC)));
    assertFalse(catalog().revokeKey(gone.key(), key.id()));
    assertEquals(
        Optional.empty(),
        catalog().replaceSecretKey(id(company), gone.key(), aNewKey(KeyKind.SECRET)));
    for (WorkspaceChange change : List.of(new Activate(), new Delete(), new MakeDefault())) {
      assertEquals(new WorkspaceAnswer.NoSuchWorkspace(), change(gone, change));
    }
    assertThrows(
        StoreFailure.Rejected.class,
        () ->
            catalog()
                .addWorkspace(
                    id(company), new NewWorkspace(gone.key(), "Again", false, List.of())));
  }

  @Test
  default void C113_another_company_s_workspace_is_not_changed() {
    Company company = aCompany();
    CompanyId stranger = id(aCompany());
    String key = last(company).key();
    for (WorkspaceChange change :
        List.of(new Rename("Mine"), new Deactivate(), new MakeDefault(), new Delete())) {
      assertEquals(
          new WorkspaceAnswer.NoSuchWorkspace(), catalog().changeWorkspace(stranger, key, change));
    }
    assertEquals(
        Optional.empty(), catalog().replaceSecretKey(stranger, key, aNewKey(KeyKind.SECRET)));
    assertEquals(last(company), now(last(company)));
  }

  private static NewKey shown(String text) {
    return new NewKey(KeyKind.SECRET, KeyHash.of(text), "last", Optional.of(text));
  }

  @Test
  default void C114_the_texts_of_secret_keys_are_shown_again_where_they_were_stored() {
    Company company = aCompany();
    Workspace live = first(company);
    Workspace test = last(company);
    assertEquals(
        Map.of(live.id(), List.of(), test.id(), List.of()),
        catalog().secretKeys(List.of(live.id(), test.id())));
    String text = fresh("sk_shown");
    ApiKey one = catalog().addKey(live.key(), shown(text)).orElseThrow();
    ApiKey two = catalog().addKey(live.key(), shown(text + "2")).orElseThrow();
    catalog().addKey(live.key(), aNewKey(KeyKind.SECRET));
    assertEquals(
        Map.of(
            live.id(),
            List.of(new ShownKey(one, text), new ShownKey(two, text + "2")),
            test.id(),
            List.of()),
        catalog().secretKeys(List.of(live.id(), test.id())));
    assertTrue(catalog().revokeKey(live.key(), one.id()));
    assertEquals(
        Map.of(live.id(), List.of(new ShownKey(two, text + "2"))),
        catalog().secretKeys(List.of(live.id())));
  }

  @Test
  default void C115_a_new_secret_key_takes_the_place_of_the_newest_one() {
    NewCompany wanted = aNewCompany("Harbour Hall");
    Company company = catalog().createCompany(wanted);
    Workspace live = first(company);
    KeyHash oldest = wanted.workspaces().getFirst().keys().getLast().hash();
    NewKey before = shown(fresh("sk_before"));
    catalog().addKey(live.key(), before);
    NewKey after = shown(fresh("sk_after"));
    ApiKey replaced = catalog().replaceSecretKey(id(company), live.key(), after).orElseThrow();
    assertEquals(Optional.of(replaced), catalog().findKey(after.hash()));
    assertEquals(Optional.empty(), catalog().findKey(before.hash()));
    assertTrue(catalog().findKey(oldest).isPresent(), "another one stays");
    assertEquals(
        List.of(after.text().orElseThrow()),
        catalog().secretKeys(List.of(live.id())).values().iterator().next().stream()
            .map(ShownKey::text)
            .toList());
    assertThrows(
        StoreFailure.Rejected.class,
        () -> catalog().replaceSecretKey(id(company), live.key(), before));
    assertEquals(Optional.of(replaced), catalog().findKey(after.hash()));
  }

  @Test
  default void C116_a_workspace_without_a_secret_key_gets_its_first_one() {
    Company company = aCompany();
    NewWorkspace bare = new NewWorkspace(fresh("ws"), "Bare", true, List.of());
    catalog().addWorkspace(id(company), bare);
    NewKey key = shown(fresh("sk_first"));
    ApiKey added = catalog().replaceSecretKey(id(company), bare.key(), key).orElseThrow();
    assertTrue(added.test());
    assertEquals(bare.key(), added.opens().key());
  }
}
