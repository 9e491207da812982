drop sequence public.ticket_number;
