package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;

/**
 * That one role is a member of another, where roles are compared.
 *
 * @param id {@code [role, member]}
 * @param role the role whose privileges the member can have
 * @param member the member
 * @param admin whether the member may let others in
 * @param inherit whether the member has the privileges without asking; null before PostgreSQL 16,
 *     where the member's own attribute says so
 * @param set whether the member may become the role; null before PostgreSQL 16, where it always may
 */
public record RoleMember(
    ObjectId id,
    String role,
    String member,
    boolean admin,
    @Nullable Boolean inherit,
    @Nullable Boolean set)
    implements DatabaseObject {}
