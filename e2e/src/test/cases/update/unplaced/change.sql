drop index note_rank_idx;
alter table note add column text text;
