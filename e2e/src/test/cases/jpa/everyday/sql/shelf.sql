create view open_orders as select id, total from orders where status = 'OPEN';
create index orders_open on orders (placed_at) where status = 'OPEN';
