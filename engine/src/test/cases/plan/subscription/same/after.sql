create subscription s connection 'host=elsewhere' publication "B ""1", a with (connect = false, slot_name = none, enabled = false);
create table t (id int, n int);
