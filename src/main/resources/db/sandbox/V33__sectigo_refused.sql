alter table sectigo_organisation add refused boolean default false not null;
