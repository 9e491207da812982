create table todo (id integer primary key);
-- slipway: irreversible: no
