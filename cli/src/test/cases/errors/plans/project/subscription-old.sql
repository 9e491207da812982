create subscription news connection 'host=elsewhere dbname=shop' publication everything with (connect = false);
