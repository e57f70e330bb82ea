import { beforeEach, describe, expect, test } from 'vitest'
import { POST as consent } from '@/app/api/v1/cases/[code]/consents/route'
import { POST as writeSafety } from '@/app/api/v1/cases/[code]/safety/route'
import { POST as withdraw } from '@/app/api/v1/cases/[code]/withdraw/route'
import type { RawValues } from '@/lib/base/forms/form'
import { stricterWay } from '@/lib/casework/likeness/strictest'
import { peopleOf } from '@/lib/casework/people/queries'
import { as, presenting, type SignedIn } from '@/lib/testing/actors'
import { raw, root } from '@/lib/testing/database'
import { registered } from '@/lib/testing/factories/registered'
import { came, caseOf, versionOf } from '@/lib/testing/factories/transfers'
import {
  decides,
  type File,
  knownFile,
  mergedFiles,
  pairOf,
  salimata,
  says,
  stateOf,
  tasksOn,
  twoTeams,
  undoes,
} from '@/lib/testing/factories/two-files'
import { draftReferral } from '@/lib/testing/factories/walk'
import type { Endpoint } from '@/lib/testing/requests'

let lead: SignedIn
let other: SignedIn
let supervisor: SignedIn
let second: SignedIn

beforeEach(async () => {
  ;({ lead, other, supervisor, second } = await twoTeams())
})

const merged = () => mergedFiles({ lead, other, supervisor, second })

const press = async (endpoint: unknown, who: SignedIn, file: File, values: RawValues) =>
  came(endpoint as Endpoint, who, { code: file.code }, { _version: await versionOf(file), ...values })

describe('what the person says', () => {
  test('is written on the known file alone, and the refusal says so', async () => {
    const { fresh } = await merged()
    const no = { purpose: 'CASE_MGMT', answer: 'REFUSED' }
    expect(await press(consent, other, fresh, no)).toBe('case-merged')
    expect(await press(withdraw, other, fresh, { withdrawReason: 'NOT_SAID', told: 'on' })).toBe(
      'case-merged',
    )
  })

  test('about sharing ends what the agency reads of every file of theirs, and of no other service', async () => {
    const known = await knownFile(lead)
    const twin = {
      ...(await caseOf(lead, {
        referrals: [
          draftReferral({ state: 'VERIFIED', sent: true, partner: 'UNICEF', service: 'MED_CONS' }),
          draftReferral({ state: 'VERIFIED', sent: true, partner: 'UNICEF', service: 'FOOD_RATION' }),
        ],
      })),
      led: '',
    }
    const reads = async () =>
      (
        await root()`select r.service from app.shares s join app.referrals r on r.id = s.referral_id
          where s.case_id = ${twin.id} and s.ended_at is null group by 1 order by 1`
      ).map(({ service }) => service)
    expect(await reads()).toEqual(['FOOD_RATION', 'MED_CONS'])
    await says(lead, twin, known, 'SAME')
    expect(await decides(supervisor, twin, 'YES')).toContain('done=merged')
    const no = { purpose: 'REFERRAL', service: 'MED', partner: 'UNICEF', answer: 'REFUSED' }
    expect(await press(consent, lead, known, no)).toContain('done=consent')
    expect(await reads()).toEqual(['FOOD_RATION'])
  })

  test('no to an agency before the merge decides over an older yes on the other file, whichever of them points', async () => {
    for (const noOn of ['pointing', 'known']) {
      const shared = {
        ...(await caseOf(lead, {
          referrals: [
            // What runs bars the merge of its own file; on the known one it is somebody's work once nobody reads it.
            draftReferral({
              state: noOn === 'pointing' ? 'ACCEPTED' : 'VERIFIED',
              sent: true,
              partner: 'UNICEF',
              service: 'MED_CONS',
            }),
          ],
        })),
        led: '',
      }
      const refusing = await knownFile(lead)
      const no = { purpose: 'REFERRAL', service: 'MED', partner: 'UNICEF', answer: 'REFUSED' }
      expect(await press(consent, lead, refusing, no)).toContain('done=consent')
      const [from, into] = noOn === 'pointing' ? [refusing, shared] : [shared, refusing]
      expect(await says(lead, from, into, 'SAME')).toContain('same-asked')
      const [pair] =
        await root()`select id from app.same_person where case_id = ${from.id} and into_case_id = ${into.id}`
      expect(await decides(supervisor, from, 'YES', String(pair?.id)), noOn).toContain('done=merged')
      const read = await root()`select from app.shares where case_id = ${shared.id} and ended_at is null`
      expect(read, noOn).toEqual([])
      const tasks =
        await root()`select reason from app.tasks where case_id = ${shared.id} and kind = 'REVIEW_CONSENT' and state = 'OPEN'`
      expect(tasks, noOn).toEqual(noOn === 'pointing' ? [{ reason: 'NEWER_NO' }] : [])
    }
  })

  test('of how to be reached is the same on both files, also what is said later', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    await root()`update app.people set safe_contact = 'NONE' where case_id = ${known.id}`
    await root()`update app.people set safe_contact = 'CALL_OK' where case_id = ${fresh.id}`
    await says(lead, fresh, known, 'SAME')
    await decides(supervisor, fresh, 'YES')
    const way = async () =>
      (
        await root()`select p.safe_contact as way, c.do_not_contact as stop from app.people p join app.cases c on c.id = p.case_id
        where c.id = ${fresh.id}`
      )[0]
    expect(await way()).toEqual({ way: 'NONE', stop: false })
    expect(await press(consent, lead, known, { purpose: 'CONTACT', answer: 'REFUSED' })).toContain(
      'done=consent',
    )
    expect(await way()).toEqual({ way: 'NONE', stop: true })
    // Two different people after all: what the other one said is theirs alone.
    await undoes(lead, fresh)
    expect(await undoes(supervisor, fresh)).toContain('done=undone')
    expect(await way()).toEqual({ way: 'CALL_OK', stop: false })
  })

  const SAFETY: RawValues = {
    risk: 'MEDIUM',
    phone: '65000001',
    contactDetail: '',
    meetingPlace: '',
    warning: '',
  }
  const safetyOf = async (file: File, values: RawValues) => {
    const [row] =
      await root()`select version from app.people where case_id = ${file.id} and standing = 'PRINCIPAL'`
    return came(
      writeSafety as Endpoint,
      lead,
      { code: file.code },
      { ...SAFETY, ...values, _version: String(row?.version) },
    )
  }
  const personOf = async (file: File) =>
    as(lead, async (ctx) => (await peopleOf(ctx, file.id)).find(({ standing }) => standing === 'PRINCIPAL'))

  test('of safety holds on the known file, the stricter of the two, with its line in the past', async () => {
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    expect(
      await safetyOf(known, {
        safeContact: 'CALL_OK',
        withholdFrom: 'AUTHORITIES',
        withholdReason: 'FEAR',
        warning: 'Son oncle écoute.',
      }),
    ).toContain('/cases/')
    await safetyOf(fresh, { safeContact: 'NONE', withholdFrom: 'FAMILY', withholdReason: 'FEAR' })
    await says(lead, fresh, known, 'SAME')
    expect(await decides(supervisor, fresh, 'YES')).toContain('done=merged')
    const person = await personOf(known)
    expect(person?.safeContact).toBe('NONE')
    expect(person?.identity.withholds.map(({ from }) => from)).toEqual(['AUTHORITIES', 'FAMILY'])
    expect(person?.identity.warning).toBe('Son oncle écoute.')
    expect(person?.identity.given).toBe('Salimata')
    const lines =
      await root()`select by_id, changed from app.case_changes where case_id = ${known.id} order by id desc limit 1`
    expect(lines).toEqual([{ by_id: supervisor.id, changed: { safe_contact: ['CALL_OK', 'NONE'] } }])
  })

  test('of safety is chosen by the database as the page says it before', async () => {
    const ways = ['CALL_OK', 'CALL_TIMES', 'IN_PERSON', 'NONE', null]
    const known = await knownFile(lead)
    const fresh = await registered(lead, salimata)
    await says(lead, fresh, known, 'SAME')
    await decides(supervisor, fresh, 'YES')
    for (const mine of ways)
      for (const theirs of ways)
        for (const newer of [known, fresh]) {
          const at = (file: File) => new Date(file === newer ? '2014-06-02' : '2014-06-01')
          await root().begin(async (tx) => {
            await tx`set local session_replication_role = replica`
            for (const [file, way] of [
              [fresh, mine],
              [known, theirs],
            ] as const)
              await tx`update app.people set safe_contact = ${way}, changed_at = ${at(file)} where case_id = ${file.id}`
            await tx`update app.same_person set decided_at = clock.casework_now() where id = ${await pairOf(fresh)}`
          })
          const written = await presenting(raw('web'), supervisor.token, async (tx) => {
            await tx`select app.keep_strictest(${await pairOf(fresh)}, null, null)`
            return tx`select safe_contact as way from app.people where case_id = ${known.id}`
          })
          expect(written[0]?.way, `${theirs} ${mine} ${newer === known}`).toBe(
            stricterWay({ safeContact: theirs, saidAt: at(known) }, { safeContact: mine, saidAt: at(fresh) }),
          )
        }
  })
})

describe('a merge that somebody wants taken back', () => {
  test('is the work of a second person until they do', async () => {
    const { fresh } = await merged()
    expect(await tasksOn(fresh)).toEqual([])
    await undoes(supervisor, fresh)
    expect(await tasksOn(fresh)).toEqual(['UNDO_ASKED'])
    await root()`update app.same_person set decided_at = decided_at - interval '91 days', undo_at = undo_at - interval '2 days', version = version + 1`
    expect(await undoes(second, fresh)).toContain('done=undone')
    expect(await stateOf(fresh)).toMatchObject({ state: 'DRAFT', into: null })
    expect(await tasksOn(fresh)).toEqual([])
  })
})
