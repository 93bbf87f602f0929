-- the stop date that passed before all customers were started, once whoever began the campaign has been told
alter table dcs_campaign add column told_of_stop_date date;
