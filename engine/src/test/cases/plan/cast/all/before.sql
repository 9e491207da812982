create type mood as enum ('a');
create type "Odd ""type" as enum ('a');
create function to_mood(a int) returns mood language sql immutable as $$select 'a'::mood$$;
create function to_odd(a int) returns "Odd ""type" language sql immutable as $$select 'a'::"Odd ""type"$$;
create cast (int as mood) with function to_mood(int);
comment on cast (int as mood) is 'kept';
create cast (mood as text) with inout as assignment;
