insert into t values ('it''s; fine', E'a\';b', E'\\', 'a\');
select "we;ird ""name""", U&'d\0061t;', U&"d;x" UESCAPE '!', B'10;', X'1F', N'n;';
select namee'x;y', E'one'
  -- between
  'tw\'o;' ;
select 'plain\' ; select 2;
