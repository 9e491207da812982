select 1;

  \connect other
