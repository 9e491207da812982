drop schema legacy cascade;
