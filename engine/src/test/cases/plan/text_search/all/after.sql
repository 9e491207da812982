-- slipway: renamed: text search parser public.renamed from old
-- slipway: renamed: text search template public.renamed from old
-- slipway: renamed: text search dictionary public.renamed from old
-- slipway: renamed: text search configuration public.renamed from old
create text search parser cut (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline);
create text search parser renamed (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
create text search parser "Odd ""name" (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype);
comment on text search parser "Odd ""name" is 'it''s';
comment on text search parser cut is 'kept';
create text search template simple_one (init = dsimple_init, lexize = dsimple_lexize);
comment on text search template simple_one is 'kept';
create text search template renamed (lexize = dsimple_lexize);
create text search template "Odd ""name" (init = dsimple_init, lexize = dsimple_lexize);
create text search dictionary words (template = simple, stopwords = 'french');
comment on text search dictionary words is 'kept';
create text search dictionary other (template = simple_one);
create text search dictionary renamed (template = simple);
create text search dictionary "Odd ""name" (template = "Odd ""name", stopwords = 'english');
comment on text search dictionary "Odd ""name" is 'it''s';
create text search configuration plain (copy = simple);
alter text search configuration plain drop mapping for email, url;
alter text search configuration plain alter mapping for word, asciiword with "Odd ""name", other;
comment on text search configuration plain is 'kept';
create text search configuration parsed (parser = "Odd ""name");
alter text search configuration parsed add mapping for word with words;
create text search configuration renamed (copy = simple);
create text search configuration "Odd ""name" (copy = english);
alter text search configuration "Odd ""name" drop mapping for int;
comment on text search configuration "Odd ""name" is 'it''s';
create table t (a text);
create index i on t using gin (to_tsvector('plain', a));
create index j on t using gin (to_tsvector('parsed', a));
create index k on t using gin (to_tsvector('renamed', a));
