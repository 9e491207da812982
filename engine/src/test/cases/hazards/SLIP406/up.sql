alter schema legacy rename to archive;
