insert into todo default values;
