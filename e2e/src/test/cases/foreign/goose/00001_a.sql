-- +goose Up
-- +goose StatementBegin
create function f() returns integer language sql as 'select 1';
-- +goose StatementEnd

-- +goose Down
drop function f();
