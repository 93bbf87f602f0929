-- a step during which somebody outside has to act until a day; null for all others
alter table order_step add column waits_until date;
alter table order_step add column wait_reason varchar(2000);
