CREATE TABLE a (n int);

CREATE TABLE a (n int);
