-- A view that comes before its table, and one that never comes.
create view note_ids as select id from note;

create view note_titles as
select title from note;
