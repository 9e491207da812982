package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.PublicationMember;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Lock;
import dev.slipway.plan.LockMode;
import dev.slipway.plan.Statement;
import java.util.List;

/** The tables of a publication as SQL (manual: ALTER PUBLICATION). */
final class PublicationMemberSql implements ObjectSql<PublicationMember> {

  @Override
  public List<Statement> create(PublicationMember member, List<DatabaseObject> within) {
    return List.of(
        tell(
            member,
            " add table ",
            (member.columns().isEmpty() ? "" : " (" + Quoting.identifiers(member.columns()) + ")")
                + (member.filter() == null ? "" : " where (" + member.filter() + ")")));
  }

  @Override
  public List<Statement> drop(PublicationMember member) {
    return List.of(tell(member, " drop table ", ""));
  }

  /** The server can only set all tables of a publication anew, not a single one. */
  @Override
  public Alteration alter(
      PublicationMember before, PublicationMember after, Catalog from, Catalog to) {
    return new Alteration.InPlace(
        List.of(drop(before).get(0), create(after, List.of()).get(0)), false);
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw Refusals.noRename(from, to);
  }

  private static Statement tell(PublicationMember member, String action, String more) {
    return Statement.of(
        "alter publication "
            + Quoting.identifier(member.id().path().get(0))
            + action
            + Quoting.qualified(member.table())
            + more,
        new Lock(LockMode.SHARE_UPDATE_EXCLUSIVE, member.table()));
  }
}
