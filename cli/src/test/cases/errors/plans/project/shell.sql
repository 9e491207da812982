create type shell;
