create table todo (
  id integer generated always as identity primary key
);
