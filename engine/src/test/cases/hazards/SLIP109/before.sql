create role slipway_case_reader;
