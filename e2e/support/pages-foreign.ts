import { type Account, all } from './accounts'
import { maintaining } from './database'

/** A row of each noun that exists and is nothing to this person: another office's, another agency's, nobody's own. */
export type Foreign = { code: string; referral: string; alert: string; consent: string; sent: string; entry: string }

/** Restricted cases come first: nobody but their team and the supervisor named may even count them. */
export async function foreignTo({ email, partner }: Account): Promise<Foreign> {
  const rows = await maintaining(
    (tx) => tx<Foreign[]>`with me as (select id, role from access.users where email = ${email}),
      near as (select office_id from access.user_offices where user_id = (select id from me)),
      far as (select c.* from app.cases c where c.lead_id <> (select id from me)
        and c.office_id not in (select office_id from near)
        and not exists (select from app.case_members m where m.case_id = c.id and m.user_id = (select id from me)))
      select (select code from far order by sensitivity desc, code limit 1) as code,
        (select r.id::text from app.referrals r join far on far.id = r.case_id order by r.state, r.id limit 1) as referral,
        (select a.id::text from app.alerts a where a.raised_by <> (select id from me)
          and a.office_id not in (select office_id from near) order by a.id limit 1) as alert,
        (select n.id::text from app.consents n join far on far.id = n.case_id order by n.id limit 1) as consent,
        (select r.id::text from app.referrals r where r.sent_at is not null
          and r.partner_code <> coalesce(${partner}, '') and r.state = 'SENT' order by r.id limit 1) as sent,
        (select d.id::text from app.directory_entries d where d.partner_code <> coalesce(${partner}, '') order by d.id limit 1) as entry`,
  )
  const found = rows[0]
  if (!found) throw new Error('no foreign rows')
  return found
}

export const nobody = {
  code: 'MLP-0000-0000',
  id: '00000000-0000-4000-8000-000000000000',
}

/** An address with its places filled from rows that are not this person's. */
export function placed(pattern: string, foreign: Foreign): string {
  const id = pattern.includes('/inbox/')
    ? foreign.sent
    : pattern.includes('/services/')
      ? foreign.entry
    : pattern.includes('/alerts/')
      ? foreign.alert
      : pattern.includes('consents/[id]')
        ? foreign.consent
        : foreign.referral
  return pattern
    .replace('[code]', foreign.code)
    .replace('[id]', id)
    .replace('[which]', id)
    .replace('[month]', '2014-05')
}

export const absent = (pattern: string): string =>
  pattern
    .replace('[code]', nobody.code)
    .replace('[id]', nobody.id)
    .replace('[which]', nobody.id)
    .replace('[month]', '2014-05')

/** One account for each role. */
export const oneOfEach = (): Account[] => [...new Map(all.map((one) => [one.role, one])).values()]
