-- Stands for what Amazon RDS provides before the first migration of a project: its roles. Written for
-- Slipway after Amazon's documentation.

create role rdsadmin nologin;
create role rds_superuser nologin;
create role rds_replication nologin;
create role rds_password nologin;
create role rds_iam nologin;
create role rds_ad nologin;
