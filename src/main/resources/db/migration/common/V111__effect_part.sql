-- a step that does the same to many domains has one effect for each
alter table effect alter column effect_key set data type varchar(400);
alter table effect alter column step set data type varchar(360);
