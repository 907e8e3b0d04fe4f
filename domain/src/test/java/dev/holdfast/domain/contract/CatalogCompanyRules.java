package dev.holdfast.domain.contract;

import static dev.holdfast.domain.contract.CatalogRules.aNewCompany;
import static dev.holdfast.domain.contract.CatalogRules.aNewKey;
import static dev.holdfast.domain.contract.CatalogRules.fresh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.domain.port.StoreFailure;
import dev.holdfast.domain.workspace.ApiKey;
import dev.holdfast.domain.workspace.Company;
import dev.holdfast.domain.workspace.KeyHash;
import dev.holdfast.domain.workspace.KeyKind;
import dev.holdfast.domain.workspace.NewCompany;
import dev.holdfast.domain.workspace.NewKey;
import dev.holdfast.domain.workspace.NewWorkspace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** C1 to C12: companies, workspaces and the keys that open them. */
public interface CatalogCompanyRules extends CatalogRules {
  @Test
  default void C1_a_new_company_has_a_live_and_a_test_workspace_with_their_keys() {
    NewCompany wanted = aNewCompany("Harbour Hall");
    Company company = catalog().createCompany(wanted);
    assertEquals(wanted.companyKey(), company.key());
    assertEquals("Harbour Hall", company.name());
    assertEquals(2, company.workspaces().size());
    assertWorkspace(company.workspaces().getFirst(), live(wanted).key(), false);
    assertWorkspace(company.workspaces().getLast(), test(wanted).key(), true);
    assertNotEquals(live(company).workspace().id(), test(company).workspace().id());
    assertEquals(List.of(company), catalog().companies());
  }

  private static void assertWorkspace(Company.WithKeys each, String key, boolean test) {
    assertEquals(key, each.workspace().key());
    assertEquals("Harbour Hall", each.workspace().name());
    assertEquals(test, each.workspace().test());
    assertEquals(
        List.of(KeyKind.PUBLIC, KeyKind.SECRET), each.keys().stream().map(ApiKey::kind).toList());
    for (ApiKey listed : each.keys()) {
      assertEquals(each.workspace().id(), listed.workspace());
      assertEquals(test, listed.test());
      assertEquals("wxyz", listed.lastFour());
    }
  }

  private static NewWorkspace live(NewCompany company) {
    return company.workspaces().getFirst();
  }

  private static NewWorkspace test(NewCompany company) {
    return company.workspaces().getLast();
  }

  private static Company.WithKeys live(Company company) {
    return company.workspaces().getFirst();
  }

  private static Company.WithKeys test(Company company) {
    return company.workspaces().getLast();
  }

  @Test
  default void C2_a_store_without_companies_lists_none() {
    assertEquals(List.of(), catalog().companies());
  }

  @Test
  default void C3_companies_are_listed_oldest_first() {
    Company first = aCompany();
    Company second = aCompany();
    moveClock(Duration.ofMinutes(1));
    Company third = aCompany();
    assertEquals(List.of(first, second, third), catalog().companies());
    assertTrue(third.createdAt().isAfter(first.createdAt()));
  }

  @Test
  default void C4_a_company_is_stored_whole_or_not_at_all() {
    NewCompany known = aNewCompany("Harbour Hall");
    Company company = catalog().createCompany(known);
    NewCompany other = aNewCompany("Opera");
    assertRejected(with(other, known.companyKey(), test(other).key(), test(other).keys()));
    assertRejected(with(other, other.companyKey(), test(known).key(), test(other).keys()));
    assertRejected(with(other, other.companyKey(), live(known).key(), test(other).keys()));
    assertRejected(with(other, other.companyKey(), live(other).key(), test(other).keys()));
    assertRejected(with(other, other.companyKey(), test(other).key(), live(known).keys()));
    assertEquals(List.of(company), catalog().companies());
    assertEquals(Optional.empty(), catalog().findKey(other.adminKey().hash()));
    assertEquals(Optional.empty(), catalog().findKey(live(other).keys().getFirst().hash()));
    assertEquals("Opera", catalog().createCompany(other).name());
  }

  private static NewCompany with(
      NewCompany other, String companyKey, String testWorkspaceKey, List<NewKey> testKeys) {
    return new NewCompany(
        other.name(),
        companyKey,
        other.adminKey(),
        List.of(live(other), new NewWorkspace(testWorkspaceKey, other.name(), true, testKeys)));
  }

  private void assertRejected(NewCompany company) {
    assertThrows(StoreFailure.Rejected.class, () -> catalog().createCompany(company));
  }

  @Test
  default void C5_a_key_is_found_by_its_hash_with_the_workspace_it_opens() {
    NewCompany wanted = aNewCompany("Harbour Hall");
    Company company = catalog().createCompany(wanted);
    aCompany();
    assertEquals(live(company).keys(), find(live(wanted).keys()));
    assertEquals(test(company).keys(), find(test(wanted).keys()));
    assertEquals(Optional.empty(), catalog().findKey(KeyHash.of("nobody's")));
  }

  private List<ApiKey> find(List<NewKey> keys) {
    return keys.stream().map(key -> catalog().findKey(key.hash()).orElseThrow()).toList();
  }

  @Test
  default void C6_the_companys_own_key_opens_no_workspace() {
    NewCompany wanted = aNewCompany("Harbour Hall");
    Company company = catalog().createCompany(wanted);
    assertEquals(Optional.empty(), catalog().findKey(wanted.adminKey().hash()));
    assertFalse(live(company).keys().stream().anyMatch(key -> key.kind() == KeyKind.ADMIN));
  }

  @Test
  default void C7_a_workspace_is_found_by_its_key() {
    Company company = aCompany();
    aCompany();
    for (Company.WithKeys each : company.workspaces()) {
      assertEquals(Optional.of(each.workspace()), catalog().findWorkspace(each.workspace().key()));
    }
    assertEquals(Optional.empty(), catalog().findWorkspace("ws_none"));
    assertEquals(Optional.empty(), catalog().findWorkspace(company.key()));
  }

  @Test
  default void C8_an_added_key_works_and_is_listed_last() {
    Company company = aCompany();
    moveClock(Duration.ofMinutes(1));
    NewKey wanted = new NewKey(KeyKind.SECRET, KeyHash.of(fresh("key")), "abcd");
    ApiKey added = catalog().addKey(test(company).workspace().key(), wanted).orElseThrow();
    assertEquals(KeyKind.SECRET, added.kind());
    assertEquals(test(company).workspace().id(), added.workspace());
    assertTrue(added.test());
    assertEquals("abcd", added.lastFour());
    assertEquals(company.createdAt().plus(Duration.ofMinutes(1)), added.createdAt());
    assertEquals(Optional.of(added), catalog().findKey(wanted.hash()));
    Company listed = catalog().companies().getFirst();
    assertEquals(live(company), live(listed));
    assertEquals(added, test(listed).keys().getLast());
    assertEquals(3, test(listed).keys().size());
  }

  @Test
  default void C9_no_key_is_added_to_a_workspace_that_is_not_there() {
    NewKey key = aNewKey(KeyKind.PUBLIC);
    assertEquals(Optional.empty(), catalog().addKey("ws_none", key));
    assertEquals(Optional.empty(), catalog().findKey(key.hash()));
  }

  @Test
  default void C10_the_same_key_cannot_be_added_twice() {
    Company company = aCompany();
    NewKey key = aNewKey(KeyKind.PUBLIC);
    Optional<ApiKey> added = catalog().addKey(live(company).workspace().key(), key);
    String other = live(aCompany()).workspace().key();
    assertThrows(StoreFailure.Rejected.class, () -> catalog().addKey(other, key));
    assertEquals(added, catalog().findKey(key.hash()));
  }

  @Test
  default void C11_a_revoked_key_is_gone_for_good() {
    NewCompany wanted = aNewCompany("Harbour Hall");
    Company company = catalog().createCompany(wanted);
    String workspace = live(company).workspace().key();
    ApiKey first = live(company).keys().getFirst();
    assertTrue(catalog().revokeKey(workspace, first.id()));
    assertEquals(Optional.empty(), catalog().findKey(live(wanted).keys().getFirst().hash()));
    Company listed = catalog().companies().getFirst();
    assertEquals(live(company).keys().subList(1, 2), live(listed).keys());
    assertEquals(test(company).keys(), test(listed).keys());
    assertFalse(catalog().revokeKey(workspace, first.id()), "not revoked before");
    assertThrows(
        StoreFailure.Rejected.class,
        () -> catalog().addKey(workspace, live(wanted).keys().getFirst()));
    ApiKey next = catalog().addKey(workspace, aNewKey(KeyKind.PUBLIC)).orElseThrow();
    assertNotEquals(first.id(), next.id());
  }

  @Test
  default void C12_a_key_is_revoked_by_its_own_workspace_only() {
    NewCompany wanted = aNewCompany("Harbour Hall");
    Company company = catalog().createCompany(wanted);
    ApiKey key = live(company).keys().getFirst();
    assertFalse(catalog().revokeKey(test(company).workspace().key(), key.id()));
    assertFalse(catalog().revokeKey(live(aCompany()).workspace().key(), key.id()));
    assertFalse(catalog().revokeKey("ws_none", key.id()));
    assertFalse(catalog().revokeKey(live(company).workspace().key(), Long.MAX_VALUE));
    assertEquals(Optional.of(key), catalog().findKey(live(wanted).keys().getFirst().hash()));
  }
}
