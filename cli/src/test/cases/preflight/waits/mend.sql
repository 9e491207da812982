delete from todo where text = 'milk';
