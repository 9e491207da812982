create subscription s connection 'host=nowhere password=secret' publication a, "B ""1" with (connect = false, slot_name = none);
create table t (id int, n int);
