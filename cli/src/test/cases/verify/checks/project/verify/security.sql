-- slipway: check: ann reads her own
-- slipway: as: verify_reader
-- slipway: claims: {"sub": "ann"}
-- slipway: expect: row 100 | ann
select count(*), min(sender) from message;

-- slipway: as: verify_reader
-- slipway: expect: value 0
select count(*) from message;

-- slipway: check: nobody writes
-- slipway: expect: no rows
select nextval('counter') where false;
