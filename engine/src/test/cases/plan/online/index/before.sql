create table note (id bigint primary key, body text not null, at timestamptz, tags jsonb);
create index gone on note (at);
create index gone_too on note (lower(body)) where at is not null;
create materialized view words as select body, count(*) as times from note group by body;
