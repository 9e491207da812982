create domain gone as varchar(10) constraint g check (value <> '') default 'x';
comment on domain gone is 'It goes';
create table t (id int primary key, c gone);
