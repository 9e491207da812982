delete from mark where text in ('first', 'again');
