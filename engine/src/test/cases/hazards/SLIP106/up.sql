drop materialized view public.by_city;
