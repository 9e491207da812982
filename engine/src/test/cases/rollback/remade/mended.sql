delete from sum;
