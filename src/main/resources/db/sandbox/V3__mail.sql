create table mail_delivery (
    id bigint generated always as identity primary key,
    mailbox varchar(320) not null,
    received_at timestamp with time zone not null,
    message_id varchar(998),
    raw blob not null,
    seen boolean not null,
    in_inbox boolean not null
);

create index mail_delivery_mailbox on mail_delivery (mailbox, id);
