create table t (id int primary key, a text, b int not null default 7, c text not null, d timestamptz not null default now());
