package dev.slipway.postgres;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.DatabaseObject;
import dev.slipway.catalog.ObjectId;
import dev.slipway.catalog.PublicationMember;
import dev.slipway.dialect.Alteration;
import dev.slipway.plan.Statement;
import java.util.List;

/** PublicationMember as SQL. */
final class PublicationMemberSql implements ObjectSql<PublicationMember> {

  @Override
  public List<Statement> create(PublicationMember object, List<DatabaseObject> within) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> drop(PublicationMember object) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public Alteration alter(
      PublicationMember before, PublicationMember after, Catalog from, Catalog to) {
    throw new IllegalStateException("not written yet");
  }

  @Override
  public List<Statement> rename(ObjectId from, ObjectId to, Catalog catalog) {
    throw new IllegalStateException("not written yet");
  }
}
