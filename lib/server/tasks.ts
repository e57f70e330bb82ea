import { keepRenewals } from '@/lib/casework/consents/keep-renewals'
import { dropLeftUploads } from '@/lib/casework/documents/drop-left-uploads'
import { dropRefused } from '@/lib/casework/inbound/drop-refused'
import { endLeftOpenings } from '@/lib/casework/notes/end-left-openings'
import { sendCode } from '@/lib/casework/notices/send-code'
import { sendNotice, sendNoticeBySms } from '@/lib/casework/notices/send-notice'
import { endLinks } from '@/lib/casework/referrals/links/end-links'
import { watchClocks } from '@/lib/casework/referrals/machine/watch-clocks'
import { sendReferral } from '@/lib/casework/referrals/verbs/send-referral'
import { dropLeftDrafts } from '@/lib/casework/registration/drop-left-drafts'
import { forgetDoneJobs } from '@/lib/platform/jobs/forget-done-jobs'
import type { Task } from '@/lib/platform/jobs/tasks'

/** Every kind of job there is. The database keeps the same list of names: what it does not know cannot wait. */
export const tasks: readonly Task[] = [
  sendReferral,
  dropLeftDrafts,
  dropRefused,
  dropLeftUploads,
  endLeftOpenings,
  keepRenewals,
  watchClocks,
  endLinks,
  forgetDoneJobs,
]

/**
 * What leaves by mail and by SMS, each in a loop of its own; where no mail server or no gateway is named nobody takes its jobs, and they
 * rest.
 */
export const messages: Record<'mail' | 'sms', readonly Task[]> = {
  mail: [sendNotice],
  sms: [sendNoticeBySms, sendCode],
}
