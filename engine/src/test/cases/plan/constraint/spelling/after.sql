create table t (b varchar(10), constraint d check (((b)::text = any ((array['x'::character varying, 'y'::character varying])::text[]))));
