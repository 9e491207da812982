create table colour (rgb bytea);
create view seen as select rgb from colour;
