create publication "P p" for table "S.s"."T""t" (id, "a b") where (id > 1), u, w
  with (publish = 'insert, truncate', publish_via_partition_root = true);
comment on publication "P p" is 'stays';
create publication everything for all tables;
create publication switched for table w with (publish = '');
