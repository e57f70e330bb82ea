-- One more kind of job: what only a date brings about for consents. The same list as lib/server/tasks.ts.
alter table jobs.outbox drop constraint outbox_task_check;
alter table jobs.outbox add constraint outbox_task_check
  check (task in ('send-referral', 'drop-left-drafts', 'keep-renewals', 'forget-done-jobs'));
