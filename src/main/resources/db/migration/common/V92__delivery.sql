-- when the customer may expect its appliance, and which way its licence is bought; null before the delivery begins
alter table bams_order add column promised_on date;
alter table bams_order add column through_distributor boolean;
-- of a licence bought through a distributor; null until it came
alter table bams_order add column registration_code varchar(40);
