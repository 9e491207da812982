package dev.slipway.workspace;

import dev.slipway.catalog.RoleMapping;

/**
 * What a copy of a schema takes along.
 *
 * @param privileges whether owners, privileges and default privileges come along
 * @param roles what roles are called there
 */
public record CopyTerms(boolean privileges, RoleMapping roles) {}
