create table note (id bigint primary key, body text not null, at timestamptz, tags jsonb, owner bigint);
create index of_owner on note (owner) include (at);
create unique index by_body on note (lower(body)) nulls not distinct;
create index by_tags on note using gin (tags jsonb_path_ops);
comment on index by_tags is 'finds notes by tag';
create materialized view words as select body, count(*) as times from note group by body;
create unique index words_body on words (body);
create table new (id bigint primary key, body text);
create index of_new on new (body);
