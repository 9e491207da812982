copy part from stdin;
3	bolt
1	twice
\.
