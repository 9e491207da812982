create publication "P p" for table "S.s"."T""t", u where (c > 1);
create publication everything for all tables;
create publication switched for all tables with (publish = 'insert');
comment on publication "P p" is 'stays';
create publication gone for table u;
