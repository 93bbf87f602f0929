-- reminders are written one after the other, so that no contact gets two in a week
insert into start_lock (name) values ('reminders');
create index correspondence_by_template on correspondence (template, written_at);
