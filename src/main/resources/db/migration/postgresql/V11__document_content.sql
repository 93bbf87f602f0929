create table order_document_content (
    document_id bigint primary key references order_document (id),
    content bytea not null
);
