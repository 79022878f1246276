-- Why: rights are held by four roles, never by a login, so that what the program may do is what the database grants.
-- Roles belong to the whole server while migrations belong to one database: creating them twice is normal.
--! login-role

do $$
declare
  role_name text;
begin
  foreach role_name in array array['liangqian_migrator', 'liangqian_app', 'liangqian_reader', 'liangqian_auditor']
  loop
    begin
      execute format('create role %I nologin nosuperuser nocreatedb nocreaterole nobypassrls', role_name);
    exception
      when duplicate_object or unique_violation then null;
    end;
    if not (select rolsuper from pg_roles where rolname = current_user)
       and not pg_has_role(current_user, role_name, 'member') then
      execute format('grant %I to %I', role_name, current_user);
    end if;
  end loop;
end
$$;

grant usage on schema kernel to liangqian_migrator, liangqian_app, liangqian_reader, liangqian_auditor;
grant select on kernel.migration to liangqian_migrator, liangqian_app, liangqian_reader, liangqian_auditor;

-- A copy or a restored backup of the database does not carry the rights on the database itself: call this again there.
create function kernel.grant_database() returns void
language plpgsql
as $$
begin
  execute format('revoke all on database %I from public', current_database());
  execute format(
    'grant connect on database %I to liangqian_migrator, liangqian_app, liangqian_reader, liangqian_auditor',
    current_database()
  );
  execute format('grant create on database %I to liangqian_migrator', current_database());
end
$$;

revoke execute on function kernel.grant_database() from public;
revoke all on schema public from public;

select kernel.grant_database();
