-- customer that the person of a request acted for; former ones have no contact in the register any more
alter table data_request add column acronym varchar(60);

-- keys may be numbers of orders as well
alter table erasure_kept alter column row_key set data type varchar(60);

-- what came after the orders: customers' mails, questions, remarks and notices
update processing_activity set position = 20 where code = 'staff';
update processing_activity set position = 19 where code = 'requests';
insert into processing_activity (code, position, services, ground, categories, recipients, retention, measures) values
    ('mailBox', 8, 'BAMS DCS', 'contract', 'name email language words', 'none', 'mails', 'groups encryption fileCheck'),
    ('questions', 9, 'BAMS DCS', 'contract', 'name email phone language words', 'none', 'orders', 'groups encryption timeline'),
    ('feedback', 10, 'BAMS DCS', 'betterService', 'words', 'none', 'orders', 'groups encryption signedLinks'),
    ('notices', 11, 'BAMS DCS', 'contract', 'name email phone language words signature', 'none', 'notices', 'groups encryption timeline fourEyesNotice');
