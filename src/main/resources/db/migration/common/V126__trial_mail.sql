-- what was said about the end of a trial, each once, whichever node says it
create table subscription_trial_mail (
    subscription_id bigint not null references subscription (id),
    -- early, lastSafeDay, ended
    kind varchar(20) not null,
    sent_at timestamp with time zone not null,
    primary key (subscription_id, kind)
);
