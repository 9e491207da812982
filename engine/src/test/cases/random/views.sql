--- view needs t_id t_x
create view {@view} as select {id}, {x} from {@t}
--- or
create view {@view} as select {id}, {x}, {id} > 3 as {large} from {@t}
--- or
create view {@view} with (security_invoker = true, security_barrier = true) as select {id}, {x} from {@t} where {x} <> {'view}; comment on view {@view} is {'view}
--- or
create view {@view} ({id}, {x}) as select {id}, {x} from {@t} with local check option; alter view {@view} owner to {r1}
--- or
create view {@view} as select {id}, {x} from {@t}; alter view {@view} alter column {x} set default {'view}; comment on column {@view}.{x} is {'x}
--- view_grant needs view
grant select on {@view} to {r1}
--- or
grant select ({id}), update ({x}) on {@view} to {r2}
--- view_over needs view
create view {@view_over} as select {id}, count(*) as {large} from {@view} group by {id}
--- or
create view {@view_over} as select * from {@view}
--- view_e needs t_e immutable
create view {@view_e} as select {@immutable}({e}) as {a}, {e} from {@t}
--- or
create view {@view_e} as select {e}, 1 as {a} from {@t} where {e} = 'a'
--- view_c needs t_c
create view {@view_c} as select ({c}).{attribute}, ({c}).{kind} from {@t}
--- recursive needs child
create recursive view {recursive} (id) as select id from {@child} union all select id + 1 from {recursive} where id < 3
--- materialized needs t_id
create materialized view {@materialized} as select {id}, now() as {now} from {@t}
--- or
create materialized view {@materialized} with (fillfactor = 60) as select {id}, 1 as {now} from {@t}
--- or
create materialized view {@materialized} as select {id}, 1 as {now} from {@t}; comment on materialized view {@materialized} is {'materialized}; grant select on {@materialized} to {r1}
--- materialized_index needs materialized
create unique index {materialized_index} on {@materialized} ({id})
--- or
create index {materialized_index} on {@materialized} ({now}, {id})
--- materialized_over needs materialized
create materialized view {@materialized_over} as select m.{id}, m.{now} from {@materialized} m
--- rule needs t_id child
create rule {rule} as on delete to {@t} do also delete from {@child} where id = old.{id}
--- or
create rule {rule} as on update to {@t} where new.{id} > 7 do instead nothing; comment on rule {rule} on {@t} is {'rule}
--- view_rule needs view child
create rule {view_rule} as on insert to {@view} do instead insert into {@child} (id, note) values (new.{id}, {'view_rule})
--- view_trigger needs view touch
create trigger {view_trigger} instead of update on {@view} for each row execute function {@touch}()
