import { randomUUID } from 'node:crypto'
import { pseaPlace } from '@/lib/base/addresses/referral-places'
import { codes } from '@/lib/base/codes/codes'
import { staffRoles } from '@/lib/platform/access/roles'
import { pseaReports } from '@/lib/platform/db/schema'
import { verb } from '@/lib/platform/gate/verb'
import { allowed } from '@/lib/platform/gate/verdict'
import { createKey } from '@/lib/platform/vault/keys'
import { seal } from '@/lib/platform/vault/seal'
import { abuseForm, ORGANISATIONS } from './form'
import { hearerFor } from './hearer'

const isAgency = (code: string): boolean => codes('partner').some((entry) => entry.code === code)

/**
 * Sexual exploitation and abuse by an aid worker, told to one person. No case, no task, no event: the log holds a line
 * without author. Whom it names can never read it.
 */
export const tellOfAbuse = verb({
  name: 'psea.report',
  session: 'staff',
  roles: staffRoles,
  unsigned: true,
  form: abuseForm,
  page: () => '/psea/new',
  scope: async ({ actor }) => ({ office: actor.offices[0] }),
  policy: () => allowed,
  audit: () => ({ type: 'psea-report', id: '' }),
  apply: async (ctx, { office }, { safeNow, organisation, named, words }) => {
    const { tx } = ctx
    const ours = ORGANISATIONS.some((one) => one === organisation)
    if (!ours && !isAgency(organisation)) return { invalid: { organisation: 'not-a-code' } }
    const hearer = office && (await hearerFor(ctx, office, named || null))
    if (!hearer) return { invalid: { named: 'nobody-left' } }
    const id = randomUUID()
    const key = await createKey(tx, { scope: 'PSEA', reportId: id, officeId: office })
    await tx.insert(pseaReports).values({
      id,
      officeId: office,
      namedId: named || null,
      partnerCode: ours ? null : organisation,
      safeNow,
      keyId: key.id,
      words: seal(key, pseaPlace(id), words),
    })
    return { location: '/psea/sent', id }
  },
})
