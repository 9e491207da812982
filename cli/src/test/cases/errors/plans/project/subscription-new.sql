create subscription news connection 'host=elsewhere dbname=shop' publication everything, more with (connect = false);
