create type state as enum ('open', 'done');
alter table task alter state type state using state::state;
create index task_open on task (id) where state = 'open';
alter table task add constraint not_done check (state <> 'done');
create type untouched as enum ('a', 'b');
