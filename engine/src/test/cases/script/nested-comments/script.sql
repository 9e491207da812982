select 1 /* a ; /* b ; */ ; */ + 2; -- ; tail
select 3 --not; here
+ 4;
select 5 +-- comment in an operator ;
6;
select 7 */* comment; */ 8;
