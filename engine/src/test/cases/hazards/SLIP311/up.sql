update public.account set city = 'Bergen';
update public.account set city = 'Bergen' where city = 'Oslo';
