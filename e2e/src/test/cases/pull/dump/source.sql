--
-- PostgreSQL database dump
--

\restrict abc'DEF

-- Dumped from database version 15.18

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET row_security = off;

CREATE DATABASE shop WITH TEMPLATE = template0 ENCODING = 'UTF8';
ALTER DATABASE shop OWNER TO shopkeeper;
\connect shop

CREATE FUNCTION public.f() RETURNS text
    LANGUAGE plpgsql
    AS $$
begin
  -- \restrict
  return 'COPY x FROM stdin;';
end $$;
ALTER FUNCTION public.f() OWNER TO shopkeeper;

SET default_tablespace = '';
SET default_table_access_method = heap;

CREATE TABLE public.item (
    id integer NOT NULL,
    name text
);
ALTER TABLE public.item OWNER TO shopkeeper;
CREATE SEQUENCE public.item_id_seq AS integer START WITH 1 INCREMENT BY 1 NO MINVALUE NO MAXVALUE CACHE 1;
ALTER SEQUENCE public.item_id_seq OWNER TO shopkeeper;
ALTER SEQUENCE public.item_id_seq OWNED BY public.item.id;
ALTER TABLE ONLY public.item ALTER COLUMN id SET DEFAULT nextval('public.item_id_seq'::regclass);

COPY public.item (id, name) FROM stdin;
1	it's "one
2	\N
\.

SELECT pg_catalog.setval('public.item_id_seq', 2, true);
ALTER TABLE ONLY public.item
    ADD CONSTRAINT item_pkey PRIMARY KEY (id);
GRANT SELECT ON TABLE public.item TO reader;

\unrestrict abc'DEF
