alter table a rename column ten to nine;
