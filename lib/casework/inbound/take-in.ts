import { caseRoles } from '@/lib/platform/access/roles'
import { type Ctx, verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { handForm } from './form'
import { keep, officeOf } from './keep'

const doubts = async (ctx: Ctx, cercle: string | undefined): Promise<Record<string, string>> => {
  const place = cercle ? await officeOf(ctx, cercle) : undefined
  return !cercle || place?.ours ? {} : { cercle: 'other-office' }
}

/** Somebody of ours writes down whom another agency refers to us. */
export const takeIn = verb({
  name: 'alert.take-in',
  session: 'staff',
  roles: caseRoles,
  form: handForm,
  page: () => '/alerts/inbound',
  scope: async () => ({}),
  policy: () => allowed,
  audit: () => ({ type: 'alert', id: '' }),
  doubts: (ctx, _, { cercle }) => doubts(ctx, cercle),
  apply: (ctx, _, { reference, service, need, agreed: __, ...person }) =>
    keep(ctx, {
      ...person,
      referred: { reference, service, facts: { ...(need !== '' && { reason_text: need }) } },
    }),
})
