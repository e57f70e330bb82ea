import type { Person } from '../actors'
import { type About, readsColumn, readsRow } from '../expectations/reads'
import { COMPARTMENTS } from '../factories/case-rows'
import type { Placed } from '../factories/oracle'
import { part } from '../factories/rows'
import { authorOf, DOCUMENT_READERS } from '../writes/add-documents'
import { ASSESSED, type Beside, offeredNow } from '../writes/beside'
import type { Column } from '../writes/columns'
import type { Try } from '../writes/run'
import type { OneCase, WriteWorld } from '../writes/world'

/** One row of the world: how it is asked for, and what it is about. */
type Row = { table: string; where: string; about: About }

const LIVING = ['DRAFT', 'OPEN', 'ON_HOLD', 'PENDING_CLOSURE']

const byCase = (table: string, one: OneCase | WriteWorld['other']): Row => ({
  table,
  where: `case_id = '${one.id}'`,
  about: { kind: 'case', one },
})
const byId = (table: string, id: string, about: About): Row => ({ table, where: `id = '${id}'`, about })

function rowsOfCase(one: OneCase | WriteWorld['other']): Row[] {
  const about: About = { kind: 'case', one }
  const discipline = one.officeId === 'MOP' ? 'PSYCHOLOGIST' : 'SOCIAL_WORKER'
  return [
    byId('app.cases', one.id, about),
    ...[
      'app.case_members',
      'app.case_events',
      'app.case_changes',
      'app.case_restrictions',
      'app.case_proposals',
      'app.earlier_proposals',
      'app.return_paths',
      'app.return_steps',
      'app.return_grants',
      'app.grant_deliveries',
      'app.grant_visits',
      'app.delivery_receipts',
      'app.plan_goals',
      'app.plan_actions',
      'app.plan_approvals',
      'app.plan_events',
    ].map((table) => byCase(table, one)),
    // What has ended has no line.
    ...('state' in one && !LIVING.includes(one.state) ? [] : [byCase('app.case_lines', one)]),
    byId('app.case_closings', part(one.id, 'closing'), about),
    ...rowsOfOffer(one),
    byId('app.people', part(one.id, 'person'), about),
    byId('app.assistance', part(one.id, 'assistance'), about),
    byId('app.follow_ups', part(one.id, 'follow-up'), about),
    byId('app.case_reviews', part(one.id, 'review'), about),
    byId('app.appointments', part(one.id, 'appointment'), about),
    byId('app.tasks', part(one.id, 'case task'), about),
    byId('app.tasks', part(one.id, 'referral task'), about),
    byId('app.harm_reports', part(one.id, 'harm'), about),
    byId('app.call_clearances', part(one.id, 'clearance'), about),
    byId('app.danger_flags', part(one.id, 'flag'), { kind: 'flag', one, discipline }),
    byId('app.papers', part(one.id, 'paper'), about),
    byId('app.queue_marks', part(one.id, 'mark'), { kind: 'mark', one }),
    byId('app.key_openings', part(one.id, 'opening'), { kind: 'holding', one, discipline }),
    {
      table: 'vault.key_holders',
      where: `case_id = '${one.id}' and compartment = '${discipline}'`,
      about: { kind: 'holding', one, discipline },
    },
    byCase('app.consent_confirmations', one),
    ...rowsOfDocuments(one),
    { table: 'access.live_members', where: `case_id = '${one.id}'`, about: { kind: 'nobody' } },
    // An ordinary person stands in one table, a restricted one in the other.
    ...['app.name_tokens', 'app.restricted_tokens'].map(
      (table): Row => ({ table, where: `case_id = '${one.id}'`, about: { kind: 'nobody' } }),
    ),
    byId('vault.keys', part(one.id, 'work key'), {
      kind: 'assessed',
      one,
      part: 'LAWYER',
      authorId: undefined,
    }),
    ...rowsOfAssessments(one),
    byCase('app.panel_decisions', one),
    ...COMPARTMENTS.flatMap((compartment): Row[] => [
      byId('app.notes', part(one.id, `note ${compartment}`), { kind: 'compartment', one, compartment }),
      byId('app.note_changes', part(one.id, `change ${compartment}`), {
        kind: 'compartment',
        one,
        compartment,
      }),
      {
        table: 'vault.keys',
        where: `case_id = '${one.id}' and compartment = '${compartment}' and scope = 'CASE'`,
        about: { kind: 'compartment', one, compartment },
      },
    ]),
    ...one.referrals.flatMap((referral) => rowsOfReferral(one, { referral, officeId: one.officeId })),
  ]
}

/** Whoever raised the flags filled them in: the world's member, elsewhere the lead. */
function rowsOfAssessments(one: OneCase | WriteWorld['other']): Row[] {
  const authorId = one.members.find(
    ({ capacity }) => capacity === (one.officeId === 'MOP' ? 'MEMBER' : 'LEAD'),
  )?.userId
  return ASSESSED.flatMap(([instrument, scope, of]): Row[] => {
    const id = part(one.id, instrument)
    const about: About = { kind: 'assessed', one, part: of, authorId }
    const table = scope === 'INCIDENT' ? 'app.incident_answers' : 'app.assessment_answers'
    return [
      ...(of === 'WORDS' ? [] : [byId('app.assessments', id, { kind: 'case', one })]),
      { table, where: `assessment_id = '${id}' and part = '${of}'`, about },
      byId('vault.keys', part(one.id, `${instrument} ${of}`), about),
    ]
  })
}

/** That there is a document is told with the case; its pieces, and a key of its own, open to whoever it is sealed for. */
function rowsOfDocuments(one: OneCase | WriteWorld['other']): Row[] {
  return DOCUMENT_READERS.flatMap((reader): Row[] => {
    const id = part(one.id, `document ${reader}`)
    const sealed: About =
      reader === 'LEAD'
        ? { kind: 'own document', one, author: authorOf(one) }
        : { kind: 'compartment', one, compartment: reader }
    return [
      byId('app.documents', id, { kind: 'case', one }),
      { table: 'app.document_pieces', where: `document_id = '${id}'`, about: sealed },
      ...(reader === 'LEAD' ? [{ table: 'vault.keys', where: `document_id = '${id}'`, about: sealed }] : []),
    ]
  })
}

/** An offer, answered by whoever it was made to long ago, and the key of its word. */
function rowsOfOffer(one: OneCase | WriteWorld['other']): Row[] {
  const about: About = { kind: 'offer', one, open: offeredNow(one) }
  const id = part(one.id, 'offer')
  return [
    byId('app.case_transfers', id, about),
    { table: 'vault.keys', where: `transfer_id = '${id}'`, about },
  ]
}

function rowsOfReferral(one: OneCase | WriteWorld['other'], placed: Placed): Row[] {
  const { id, state } = placed.referral
  const ours: About = { kind: 'case', one }
  const sent: About = { kind: 'sent', one, placed }
  const of = (table: string, about: About): Row => ({ table, where: `referral_id = '${id}'`, about })
  return [
    byId('app.consents', part(id, 'consent'), ours),
    byId('app.referrals', id, sent),
    of('app.referral_events', sent),
    of('app.referral_messages', { ...sent, stage: 1 }),
    of('app.verifications', { kind: 'answered', one }),
    ...(state === 'ACCEPTED' ? [of('app.referral_comments', ours)] : []),
    ...([1, 2] as const).flatMap((stage): Row[] => {
      const share = part(id, `share ${stage}`)
      const about: About = { ...sent, stage }
      return [
        byId('app.shares', share, about),
        { table: 'vault.keys', where: `share_id = '${share}'`, about },
        ...(stage === 2 ? paperOf(id, share, { about, ours }) : []),
      ]
    }),
  ]
}

/** A paper that goes along: the document is the team's, its bytes and its own key open to the agency with the second slip. */
function paperOf(referral: string, share: string, { about, ours }: { about: About; ours: About }): Row[] {
  const id = part(referral, 'paper')
  return [
    byId('app.documents', id, ours),
    { table: 'app.share_papers', where: `share_id = '${share}'`, about },
    { table: 'app.document_pieces', where: `document_id = '${id}'`, about },
    { table: 'vault.keys', where: `document_id = '${id}'`, about },
  ]
}

function rowsOf(world: WriteWorld, { psea, alertTask }: Beside): Row[] {
  const alert: About = { kind: 'alert', officeId: 'MOP' }
  const heard: About = { kind: 'psea', hearerId: world.people.colleague.id }
  return [
    byId('app.alerts', world.alert, alert),
    byId('app.tasks', alertTask, alert),
    { table: 'vault.keys', where: `alert_id = '${world.alert}'`, about: alert },
    { table: 'app.inbound_answers', where: `alert_id = '${world.alert}'`, about: alert },
    { table: 'app.alert_tokens', where: `alert_id = '${world.alert}'`, about: { kind: 'nobody' } },
    byId('app.psea_reports', psea, heard),
    { table: 'vault.keys', where: `report_id = '${psea}'`, about: heard },
    byId('app.staff_functions', part(world.alert, 'function'), { kind: 'staff' }),
    byId('app.case_views', part(world.alert, 'own view'), { kind: 'view', ownerId: world.people.lead.id }),
    byId('app.case_views', part(world.alert, 'office view'), { kind: 'view', officeId: 'MOP' }),
    ...[world.people.lead, world.people.elsewhere, world.people.supervisor].map((of) =>
      byId('app.leaves', part(of.id, 'leave'), { kind: 'leave', of }),
    ),
    { table: 'app.token_makers', where: 'true', about: { kind: 'nobody' } },
    ...[...world.cases, world.other].flatMap(rowsOfCase),
    // Of two files, and for whoever may open both.
    ...['app.same_person', 'app.household_links'].flatMap((table) =>
      world.cases.map(
        (one): Row => ({
          table,
          where: `case_id = '${one.id}'`,
          about: { kind: 'pair', one, other: world.other },
        }),
      ),
    ),
  ]
}

/** Every column of every row, asked for by this person alone. */
export function readsOf(
  { world, beside }: { world: WriteWorld; beside: Beside },
  person: Person,
  columns: readonly Column[],
): Try[] {
  return rowsOf(world, beside).flatMap(({ table, where, about }) =>
    columns
      .filter((column) => column.table === table)
      .map(({ column }) => ({
        label: `${table}.${column} where ${where} (${about.kind})`,
        sql: `select ${column} from ${table} where ${where}`,
        expected: readsRow(person, about) && readsColumn(person, table, column),
      })),
  )
}
