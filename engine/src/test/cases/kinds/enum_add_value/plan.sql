set check_function_bodies = off;
alter type public.state add value 'new' before 'open';
alter type public.state add value E'it''s "so\\' after 'new';
alter type public.state add value 'late' after 'open';
alter type public.state add value 'gone' after 'done';
CREATE OR REPLACE FUNCTION public.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ begin new.state := 'late'::public.state; return new; end $function$;
CREATE TRIGGER touch BEFORE INSERT ON public.task FOR EACH ROW EXECUTE FUNCTION public.touch(); -- SHARE_ROW_EXCLUSIVE on table public.task

-- back
set check_function_bodies = off;
drop trigger touch on public.task;
drop function public.touch();
drop index public.task_open;
alter table public.task drop constraint not_done;
alter type public.state rename to state__old;
create type public.state as enum ('open', 'done');
alter table public.task alter column state type public.state using state::text::public.state;
drop type public.state__old;
alter table public.task add constraint not_done CHECK ((state <> 'done'::public.state));
create index task_open on public.task USING btree (id) WHERE (state = 'open'::public.state);
