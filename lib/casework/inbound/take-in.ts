import { caseRoles } from '@/lib/platform/access/roles'
import { verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { handForm } from './form'
import { cercleDoubts, keep } from './keep'

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
  doubts: (ctx, _, { cercle }) => cercleDoubts(ctx, cercle),
  apply: (ctx, _, { reference, service, need, agreed: __, ...person }) =>
    keep(ctx, {
      ...person,
      referred: { reference, service, facts: { ...(need !== '' && { reason_text: need }) } },
    }),
})
