-- slipway: parked: on
delete from person where name = 'Bob';
