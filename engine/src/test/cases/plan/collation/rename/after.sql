-- slipway: renamed: collation public.deutsch from german
create collation deutsch (provider = icu, locale = 'de');
create table t (a text collate deutsch);
