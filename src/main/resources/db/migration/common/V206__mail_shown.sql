-- whether a person was shown the mail: what came since a task was opened is not sorted unread
alter table incoming_mail add column shown boolean default false not null;
