create collation german (provider = icu, locale = 'de');
create table t (a text collate german);
