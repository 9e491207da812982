truncate part;
