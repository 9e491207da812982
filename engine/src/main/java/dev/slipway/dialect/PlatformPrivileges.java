package dev.slipway.dialect;

/**
 * That the platform lets a role have every privilege on the new objects of a schema.
 *
 * @param schema the schema
 * @param on the sort of objects: tables, sequences or routines
 * @param grantee the role
 */
public record PlatformPrivileges(String schema, String on, String grantee) {}
