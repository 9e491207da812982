drop trigger gone on public."T t"; -- ACCESS_EXCLUSIVE on table public."T t"
drop trigger deferred on public."T t"; -- ACCESS_EXCLUSIVE on table public."T t"
alter table public."T t" enable always trigger "always"""; -- SHARE_ROW_EXCLUSIVE on table public."T t"
CREATE CONSTRAINT TRIGGER deferred AFTER INSERT ON public."T t" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.f(); -- SHARE_ROW_EXCLUSIVE on table public."T t"
CREATE OR REPLACE TRIGGER disabled BEFORE UPDATE ON public."T t" FOR EACH ROW EXECUTE FUNCTION public.f(); -- SHARE_ROW_EXCLUSIVE on table public."T t"
alter table public."T t" disable trigger disabled; -- SHARE_ROW_EXCLUSIVE on table public."T t"
alter table public."T t" enable trigger enabled; -- SHARE_ROW_EXCLUSIVE on table public."T t"
CREATE OR REPLACE TRIGGER replaced AFTER INSERT OR UPDATE OF "a""b" ON public."T t" FOR EACH ROW WHEN ((new.id > 1)) EXECUTE FUNCTION public."g.G"(); -- SHARE_ROW_EXCLUSIVE on table public."T t"
CREATE TRIGGER replica AFTER UPDATE ON public."T t" FOR EACH STATEMENT EXECUTE FUNCTION public.f(); -- SHARE_ROW_EXCLUSIVE on table public."T t"
alter table public."T t" enable replica trigger replica; -- SHARE_ROW_EXCLUSIVE on table public."T t"
CREATE TRIGGER rows AFTER UPDATE ON public."T t" REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION public.f(); -- SHARE_ROW_EXCLUSIVE on table public."T t"

-- back
drop trigger rows on public."T t";
drop trigger replica on public."T t";
CREATE OR REPLACE TRIGGER replaced BEFORE INSERT ON public."T t" FOR EACH ROW EXECUTE FUNCTION public.f();
alter table public."T t" disable trigger enabled;
CREATE OR REPLACE TRIGGER disabled BEFORE INSERT ON public."T t" FOR EACH ROW EXECUTE FUNCTION public.f();
alter table public."T t" disable trigger disabled;
drop trigger deferred on public."T t";
alter table public."T t" enable trigger "always""";
CREATE CONSTRAINT TRIGGER deferred AFTER INSERT ON public."T t" DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.f();
CREATE TRIGGER gone AFTER TRUNCATE ON public."T t" FOR EACH STATEMENT EXECUTE FUNCTION public.f();
