-- what staff chose for themselves, and what was noted of them
create table staff_setting (
    user_id varchar(64) primary key,
    -- of the browser at the latest sign-on, unless it was chosen
    language varchar(2) not null,
    language_chosen boolean not null,
    digest boolean not null,
    digested_at timestamp with time zone
);

-- a morning's mail is about no single order
alter table correspondence alter column order_number drop not null;
insert into team_round (name, done_on) values ('digests', date '2020-01-01');
insert into start_lock (name) values ('digests');
update processing_activity set categories = 'userName acts absences language' where code = 'staff';
