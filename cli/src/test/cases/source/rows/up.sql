copy part from stdin;
1	bolt
2	nut
\.
