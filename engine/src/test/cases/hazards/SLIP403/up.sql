create role slipway_case_app login;
