alter default privileges grant select on tables to anna;
