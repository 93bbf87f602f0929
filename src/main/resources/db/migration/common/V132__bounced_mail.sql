alter table correspondence add column bounced_at timestamp with time zone;
