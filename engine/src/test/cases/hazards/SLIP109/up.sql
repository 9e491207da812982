drop role slipway_case_reader;
