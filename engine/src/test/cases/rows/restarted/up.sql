truncate todo restart identity;
