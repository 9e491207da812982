drop table more;
drop table feeling;
drop table note;
drop type mood;
