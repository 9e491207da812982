create access method second type table handler heap_tableam_handler;
