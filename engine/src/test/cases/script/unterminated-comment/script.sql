select 1;
/* a /* b */
select 2;
