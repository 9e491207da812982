-- slipway: renamed: value public.mood."very glad" from happy
-- slipway: renamed: column public.moods.person from id
-- slipway: renamed: column public.counts.many from n
create type mood as enum ('sad', 'very glad', 'fine');
create table person (id int primary key, mood mood default 'very glad' check (mood <> 'sad'));
create view moods as select id as person, mood from person where mood = 'very glad';
create materialized view counts as select mood, count(*) as many from person group by mood;
grant select on moods to public;
