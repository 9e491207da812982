create table r ();
