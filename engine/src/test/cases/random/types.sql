--- collation
create collation {@collation} from "C"
--- or
create collation {@collation} (provider = icu, locale = 'de')
--- or
create collation {@collation} (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX'); comment on collation {@collation} is {'collation}
--- conversion
create conversion {@conversion} for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8
--- or
create conversion {@conversion} for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1; comment on conversion {@conversion} is {'conversion}
--- enum
create type {@enum} as enum ('a', 'b', {'label})
--- or
create type {@enum} as enum ('a', {'label})
--- or
create type {@enum} as enum ({'label}, 'a', 'c')
--- or
create type {@enum} as enum ('a', 'b', {'label}, {'label2}); comment on type {@enum} is {'enum}
--- enum_grant needs enum
grant usage on type {@enum} to {r1}
--- or
revoke usage on type {@enum} from public
--- domain
create domain {@domain} as int
--- or
create domain {@domain} as int not null default 7
--- or
create domain {@domain} as bigint constraint {domain_check} check (value > 0) constraint {more} check (value < 1000)
--- or
create domain {@domain} as numeric(8, 2) default 1; comment on domain {@domain} is {'domain}
--- or
create domain {@domain} as int constraint {more} check (value <> 4); comment on constraint {more} on domain {@domain} is {'more}
--- or
create domain {@domain} as int; alter domain {@domain} add constraint {more} check (value < 2000) not valid
--- text_domain needs collation
create domain {@text_domain} as text collate {@collation}
--- or
create domain {@text_domain} as varchar(20) check (value <> {'text_domain})
--- composite needs domain enum
create type {@composite} as ({attribute} {@domain}, {kind} {@enum})
--- or
create type {@composite} as ({kind} {@enum}, {attribute} {@domain})
--- or
create type {@composite} as ({attribute} {@domain}, {kind} {@enum}, more text collate "C"); comment on column {@composite}.more is {'attribute}
--- or
create type {@composite} as ({attribute} {@domain}, {kind} {@enum}[]); comment on type {@composite} is {'composite}; alter type {@composite} owner to {r1}
--- range
create type {@range} as range (subtype = int)
--- or
create type {@range} as range (subtype = int, multirange_type_name = {@multirange})
--- or
create type {@range} as range (subtype = bigint); grant usage on type {@range} to {r1} with grant option; comment on type {@range} is {'range}
--- sequence
create sequence {@sequence}
--- or
create sequence {@sequence} as smallint increment 3 minvalue 2 maxvalue 200 start 5 cache 4 cycle
--- or
create sequence {@sequence} increment -1; grant usage on sequence {@sequence} to {r1}; comment on sequence {@sequence} is {'sequence}
--- or
create unlogged sequence {@sequence} start 100; alter sequence {@sequence} owner to {r2}
--- cast_function needs enum
create function {@to_enum}(v int) returns {@enum} language plpgsql immutable as 'begin return null; end'
--- cast needs cast_function
create cast (int as {@enum}) with function {@to_enum}(int)
--- or
create cast (int as {@enum}) with function {@to_enum}(int) as assignment; comment on cast (int as {@enum}) is {'cast}
--- cast_inout needs composite
create cast ({@composite} as xml) with inout
--- transform_function
create function {@from_sql}(internal) returns internal language internal immutable as 'array_agg_array_finalfn'
--- transform needs transform_function enum
create transform for {@enum} language sql (from sql with function {@from_sql}(internal))
--- or
create transform for {@enum} language sql (from sql with function {@from_sql}(internal)); comment on transform for {@enum} language sql is {'transform}
--- parser
create text search parser {@parser} (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype)
--- or
create text search parser {@parser} (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype, headline = prsd_headline); comment on text search parser {@parser} is {'parser}
--- template
create text search template {@template} (lexize = dsimple_lexize)
--- or
create text search template {@template} (init = dsimple_init, lexize = dsimple_lexize); comment on text search template {@template} is {'template}
--- dictionary needs template
create text search dictionary {@dictionary} (template = simple)
--- or
create text search dictionary {@dictionary} (template = {@template})
--- or
create text search dictionary {@dictionary} (template = simple, stopwords = 'english'); comment on text search dictionary {@dictionary} is {'dictionary}; alter text search dictionary {@dictionary} owner to {r1}
--- configuration needs dictionary
create text search configuration {@configuration} (copy = simple)
--- or
create text search configuration {@configuration} (copy = simple); alter text search configuration {@configuration} alter mapping for word with {@dictionary}, simple
--- or
create text search configuration {@configuration} (copy = english); alter text search configuration {@configuration} drop mapping for email, url; comment on text search configuration {@configuration} is {'configuration}
--- configuration_parsed needs parser dictionary
create text search configuration {@parsed} (parser = {@parser}); alter text search configuration {@parsed} add mapping for word with {@dictionary}
