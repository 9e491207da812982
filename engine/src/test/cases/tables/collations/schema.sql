create table collated (
  a text collate "C",
  b varchar(20) collate "POSIX",
  c text collate "default",
  d text[] collate "C",
  e text
);
create index collated_e on collated (e collate "C" text_pattern_ops);
