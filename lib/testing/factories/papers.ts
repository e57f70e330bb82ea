import { openPaper } from '@/lib/desks/case-file/open-paper'
import { type SignedIn, signedIn } from '../actors'
import { root } from '../database'
import { reading } from '../reading'
import { type Endpoint, post } from '../requests'
import { insertCases } from './case-rows'
import { makeReadable } from './readable'

const SENT = {
  partner: 'UNICEF',
  service: 'CP_BIA',
  state: 'SENT',
  sent: true,
  quietDays: 1,
  consentStatus: 'GIVEN' as const,
  sharesEnded: false,
}

/** A readable file of a team of two with a referral that was sent, and who may print of it what. */
export async function aFileWithPapers() {
  const lead = await signedIn('SOCIAL_WORKER', 'MOP')
  const psychologist = await signedIn('PSYCHOLOGIST', 'MOP')
  const supervisor = await signedIn('SUPERVISOR', 'MOP')
  const stranger = await signedIn('LAWYER', 'MOP')
  const id = crypto.randomUUID()
  const members = [
    { userId: lead.id, capacity: 'LEAD' as const },
    { userId: psychologist.id, capacity: 'MEMBER' as const },
  ]
  const referrals = [{ ...SENT, id: crypto.randomUUID() }]
  await insertCases([{ id, officeId: 'MOP', sensitivity: 'S3', leadId: lead.id, members, referrals }])
  await makeReadable(id, { given: 'Awa', family: 'Traoré', phone: '66554433' })
  const code = String((await root()`select code from app.cases where id = ${id}`)[0]?.code)
  return { lead, psychologist, supervisor, stranger, id, code }
}

type Asked = { endpoint: Endpoint; values: Record<string, string> }
/** Asks for a paper as its form does; answers where it stands. */
export async function printedFor(who: SignedIn, code: string, { endpoint, values }: Asked) {
  const answer = await post(endpoint, { as: who, params: { code }, values })
  const location = answer.headers.get('location') ?? ''
  return { status: answer.status, location, id: location.replace('/papers/', '') }
}

/** A paper as its page has it for this person, with what the log says; nothing where there is none for them. */
export async function openedPaper(who: SignedIn, paper: string) {
  const found = await reading(who, (ctx) => openPaper(ctx, paper))
  if (!('view' in found) || !found.view) return undefined
  return { ...found.view, log: found.detail }
}
