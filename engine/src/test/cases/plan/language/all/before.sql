create language mine handler plpgsql_call_handler;
comment on language mine is 'kept';
create trusted language public_one handler plpgsql_call_handler;
create function f() returns int language mine as 'begin return 1; end';
create language gone handler plpgsql_call_handler;
create language old handler plpgsql_call_handler;
