create table l ();
