package dev.holdfast.domain.catalog;

import dev.holdfast.domain.workspace.Company;

/**
 * A company that was just made, with the texts of its first keys, told once.
 *
 * @param admin the company's own key
 */
public record OpenedCompany(
    Company company,
    IssuedKey admin,
    IssuedKey livePublic,
    IssuedKey liveSecret,
    IssuedKey testPublic,
    IssuedKey testSecret) {}
