select élan, _a$1, "ö" from tb1 where x=$1and y=1e5;
select 1::int, a->>'x;', a @> '{;}' ;
