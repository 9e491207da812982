create type state as enum ('new', 'it''s "so\', 'open', 'late', 'done', 'gone');
alter table task alter state type state using state::state;
create index task_open on task (id) where state = 'open';
alter table task add constraint not_done check (state <> 'done');
create type untouched as enum ('a', 'b');
create function touch() returns trigger language plpgsql as $$ begin new.state := 'late'::public.state; return new; end $$;
create trigger touch before insert on task for each row execute function touch();
