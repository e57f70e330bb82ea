import { eq } from 'drizzle-orm'
import { walkInForm } from '@/lib/casework/cases/form'
import { noIdentity } from '@/lib/casework/people/identity'
import { caseworkerRoles, isCaseworker } from '@/lib/platform/access/roles'
import { cercleOffices } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { allowed, denied } from '@/lib/platform/gate/verdict'
import { openCase } from './open-case'

/** Somebody came by themselves, or was brought: the caseworker who meets them opens and leads the case. */
export const registerWalkIn = verb({
  name: 'case.open',
  session: 'staff',
  roles: caseworkerRoles,
  form: walkInForm,
  page: () => '/cases/new',
  scope: async ({ tx }, _, { cercle }) => {
    const [row] = await tx.select().from(cercleOffices).where(eq(cercleOffices.cercle, cercle))
    return { officeId: row?.officeId }
  },
  policy: (actor) => (isCaseworker(actor.role) ? allowed : denied('role')),
  audit: () => ({ type: 'case', id: '' }),
  apply: async (ctx, { officeId }, values) => {
    const { source, cercle, given, family, sex, age, ageBasis } = values
    if (!officeId || !ctx.actor.offices.includes(officeId)) return { invalid: { cercle: 'other-office' } }
    const opened = await openCase(ctx, {
      officeId,
      leadId: ctx.actor.userId,
      source,
      cercle,
      person: {
        sex,
        birthYear: ctx.actor.now.getUTCFullYear() - age,
        ageBasis,
        nationality: null,
        identity: { ...noIdentity, given, family },
      },
    })
    return {
      location: `/cases/${opened.code}/register/identity`,
      id: opened.code,
      detail: { case: opened.id },
    }
  },
})
