create type mood as enum ('sad', 'happy', 'fine');
create table person (id int primary key, mood mood default 'happy' check (mood <> 'sad'));
create view moods as select id, mood from person where mood = 'happy';
create materialized view counts as select mood, count(*) as n from person group by mood;
grant select on moods to public;
