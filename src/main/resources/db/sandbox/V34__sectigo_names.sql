drop index sectigo_organisation_name;
create index sectigo_organisation_name on sectigo_organisation (parent_id, name);
