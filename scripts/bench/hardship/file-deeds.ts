import type { Done, FileStory, Hands, Team, Telling } from './file-story'

/** One file after another until it is told to stop; each is said to be the one before for a while. */
export async function keepFiling(hands: Hands, team: Team, telling: Telling): Promise<void> {
  let known: FileStory | undefined
  for (let n = 1; !telling.stopped(); n += 1) {
    const story = await hands.begin()
    if (!story) return
    const unwanted = n % 2 === 0
    await wholeLife(hands, team, { story, known, unwanted })
    known = unwanted ? undefined : story
  }
}

/**
 * A file from its first page to its end and back again, as three people save it, one page after the other. `known`: another
 * file, which this one is said to be for a while. Every other person wants no file in the end.
 */
async function wholeLife(
  hands: Hands,
  team: Team,
  { story, known, unwanted }: { story: FileStory; known: FileStory | undefined; unwanted: boolean },
): Promise<void> {
  for (const deed of registration(story)) await hands.does(story, deed)
  if (known) await merges(hands, story, known)
  for (const deed of waits(story)) await hands.does(story, deed)
  await moves(hands, team, story)
  await hands.does(story, handOver(story, await hands.versionOf(story.code), team))
  for (const deed of unwanted ? endsForGood(story) : ends(story, team)) await hands.does(story, deed)
}

/** Offered to another office, which says no and then yes; and offered back, and taken. */
async function moves(hands: Hands, team: Team, story: FileStory): Promise<void> {
  const { code } = story
  const offers = (by: Done['by'], to: string) =>
    hands.does(story, {
      by,
      path: `cases/${code}/offer-transfer`,
      values: { to, transferReason: 'MOVED', said: 'AGREED', word: 'Invented' },
      action: 'case.offer-transfer',
      event: 'offer-transfer',
    })
  const answers = async (by: Done['by'], verb: 'accept' | 'refuse', values: Done['values']) =>
    hands.does(story, {
      by,
      path: `transfers/${await hands.offerOf(code)}/${verb}`,
      values,
      action: `transfer.${verb}`,
      event: `${verb}-transfer`,
      ...(verb === 'accept' && { team: [`LEAD ${by === 'farSupervisor' ? 'farLead' : 'lead'}`] }),
    })
  const reads = async (by: Done['by']) =>
    hands.does(story, { by, path: `tasks/${await hands.taskOf(code)}/done`, values: {}, action: 'task.do' })
  await offers('lead', 'GAO')
  await answers('farSupervisor', 'refuse', { refusal: 'NO_CAPACITY' })
  await reads('lead')
  await offers('lead', 'GAO')
  await answers('farSupervisor', 'accept', { lead: team.farLead.id })
  await reads('farLead')
  await offers('farLead', 'MOP')
  await answers('supervisor', 'accept', { lead: team.lead.id })
  await reads('lead')
}

/** Two files that are one person: said by one, decided by another, and taken back by two. */
async function merges(hands: Hands, story: FileStory, known: FileStory): Promise<void> {
  const other = await hands.idOf(known.code)
  const same = `cases/${story.code}/same`
  await hands.does(story, {
    by: 'lead',
    path: same,
    values: { other, answer: 'SAME' },
    action: 'case.say-same',
  })
  const pair = `${same}/${await hands.pairOf(story.code)}`
  const says = { says: 'YES' }
  await hands.does(story, {
    by: 'supervisor',
    path: `${pair}/decide`,
    values: says,
    action: 'case.merge',
    event: 'merge',
  })
  await hands.does(story, { by: 'lead', path: `${pair}/undo`, values: {}, action: 'case.undo-merge' })
  await hands.does(story, {
    by: 'supervisor',
    path: `${pair}/undo`,
    values: {},
    action: 'case.undo-merge',
    event: 'undo-merge',
  })
}

/** A name like nobody else's: of files that are alike the draft would have to be told apart first. */
function nameOf(code: string): { given: string; family: string } {
  const letters = [...code.slice(4)].map((sign) => 'abcdefghij'[Number(sign)] ?? sign.toLowerCase())
  const name = letters.filter((sign) => sign >= 'a' && sign <= 'z').join('')
  return { given: name, family: [...name].reverse().join('') }
}

const registration = ({ code }: FileStory): Done[] => {
  const page = (path: string, action: string, values: Done['values']): Done => ({
    by: 'lead',
    path: `cases/${code}/${path}`,
    values,
    action,
  })
  return [
    page('identity', 'case.write-identity', {
      ...nameOf(code),
      sex: 'F',
      age: '30',
      ageBasis: 'STATED',
      nationalities: ['MLI'],
      languages: ['bam'],
      documentStatus: 'HAS_ID',
    }),
    page('household', 'case.write-household', { householdRole: 'HOH', householdSize: '4' }),
    page('situation', 'case.write-situation', {
      displacementStatus: 'IDP',
      originCercle: 'ML0801',
      concerns: ['DOC_CIVIL'],
    }),
    page('safety', 'case.write-safety', { risk: 'HIGH', safeContact: 'IN_PERSON' }),
    { ...page('finish', 'case.finish-registration', {}), event: 'open' },
  ]
}

const waits = ({ code }: FileStory): Done[] => [
  {
    by: 'lead',
    path: `cases/${code}/consents`,
    values: { purpose: 'CONTACT', answer: 'GIVEN', giver: 'SELF', mode: 'SIGN', language: 'bam' },
    action: 'consent.record',
    answer: 'CONTACT',
  },
  {
    by: 'lead',
    path: `cases/${code}/hold`,
    values: { holdReason: 'TRAVELLING', reviewOn: '20/7/2014' },
    action: 'case.hold',
    event: 'hold',
  },
  { by: 'lead', path: `cases/${code}/resume`, values: {}, action: 'case.resume', event: 'resume' },
]

const handOver = ({ code }: FileStory, version: string, team: Team): Done => ({
  by: 'supervisor',
  path: 'cases/hand-over',
  values: { moves: `${code}~${version}~${team.colleague.id}` },
  action: 'case.hand-over',
  event: 'hand-over',
  team: ['LEAD colleague'],
})

const CLOSING: Done['values'] = {
  closureReason: 'GOALS_MET',
  evidence: ['REVIEW_WITH_PERSON', 'SAFETY_CHECK'],
  checklist: ['COME_BACK', 'RETENTION'],
  personTold: 'YES',
  words: '',
}

const of = (story: FileStory, by: Done['by'], event: string, values: Done['values'] = {}): Done => ({
  by,
  path: `cases/${story.code}/${event}`,
  values,
  action: `case.${event}`,
  event,
})

const ends = (story: FileStory, team: Team): Done[] => [
  of(story, 'colleague', 'ask-closure', CLOSING),
  of(story, 'supervisor', 'return-closure', { comment: 'Not yet' }),
  of(story, 'colleague', 'ask-closure', CLOSING),
  of(story, 'supervisor', 'close', { seen: 'on' }),
  of(story, 'colleague', 'reopen', { reopenReason: 'CAME_BACK' }),
  {
    by: 'colleague',
    path: `cases/${story.code}/team`,
    values: { colleague: team.lead.id },
    action: 'case.add-colleague',
    team: ['LEAD colleague', 'MEMBER lead'],
  },
]

const endsForGood = (story: FileStory): Done[] => [
  {
    by: 'colleague',
    path: `cases/${story.code}/withdraw`,
    values: { withdrawReason: 'NOT_SAID' },
    action: 'case.withdraw-consent',
    event: 'withdraw-case-consent',
  },
  of(story, 'supervisor', 'close'),
]
